namespace Todoku.Smtp;

/// <summary>What the standards say about sizes on the wire; both sides of a session hold to it.</summary>
public static class SmtpLimits
{
    /// <summary>The most octets of a reply line, with its CRLF (RFC 5321, section 4.5.3.1.5).</summary>
    public const int ReplyLine = 512;

    /// <summary>The most octets of a text line, with its CRLF and without a stuffed dot (RFC 5321, section 4.5.3.1.6).</summary>
    public const int TextLine = 1000;

    /// <summary>The most octets of a line of an AUTH exchange, with its CRLF (RFC 4954, section 4).</summary>
    public const int AuthLine = 12_288;

    /// <summary>
    /// The most octets of a local part that is taken. RFC 5321, section 4.5.3.1.1, asks for 64; addresses with a recipient or a hash in them (VERP, SRS,
    /// BATV) are longer, and they all come back to who made them.
    /// </summary>
    public const int LocalPart = 255;

    /// <summary>The most octets of a domain (RFC 5321, section 4.5.3.1.2, says 255; DNS carries 253).</summary>
    public const int Domain = 253;

    /// <summary>The most octets of an ENVID after decoding (RFC 3461, section 4.4).</summary>
    public const int EnvelopeId = 100;

    /// <summary>The most characters of a key by which a message is taken once (XONCE).</summary>
    public const int Key = 64;

    /// <summary>The most octets of an ORCPT value after decoding (RFC 3461, section 4.2).</summary>
    public const int OriginalRecipient = 500;
}
