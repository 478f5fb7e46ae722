namespace Todoku.Relay.Queue;

/// <summary>What a message needs of every server on its way.</summary>
[Flags]
public enum ContentNeeds : byte
{
    /// <summary>Any server will do.</summary>
    None = 0,

    /// <summary>8BITMIME (RFC 6152).</summary>
    EightBit = 1,

    /// <summary>BINARYMIME (RFC 3030).</summary>
    Binary = 2,

    /// <summary>SMTPUTF8 (RFC 6531).</summary>
    Utf8 = 4,

    /// <summary>REQUIRETLS (RFC 8689).</summary>
    Tls = 8,
}
