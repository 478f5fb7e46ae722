namespace Todoku.Dns.Serving;

/// <summary>The response codes that a name server gives (RFC 1035, section 4.1.1).</summary>
public enum ServedCode
{
    /// <summary>The name exists.</summary>
    NoError = 0,

    /// <summary>The question can't be read.</summary>
    FormatError = 1,

    /// <summary>The server has trouble of its own.</summary>
    ServerFailure = 2,

    /// <summary>NXDOMAIN: the name does not exist.</summary>
    NoSuchName = 3,

    /// <summary>This kind of question is not answered.</summary>
    NotImplemented = 4,

    /// <summary>This question is not answered.</summary>
    Refused = 5,
}
