namespace Todoku.Dns.Wire;

/// <summary>What a server says about a question (RFC 1035, section 4.1.1). Others are told apart by nobody.</summary>
internal enum ResponseCode
{
    NoError = 0,

    /// <summary>The server can't read the question: maybe because of EDNS.</summary>
    FormatError = 1,

    ServerFailure = 2,

    /// <summary>NXDOMAIN.</summary>
    NameError = 3,

    /// <summary>The server doesn't know this kind of question: maybe because of EDNS.</summary>
    NotImplemented = 4,

    Refused = 5,
}
