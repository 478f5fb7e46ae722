namespace Todoku.Smtp.Envelopes;

/// <summary>The parameters of MAIL.</summary>
public sealed record MailParameters
{
    /// <summary>None at all.</summary>
    public static MailParameters None { get; } = new();

    /// <summary>The declared size in octets (SIZE; RFC 1870), or null.</summary>
    public long? Size { get; init; }

    /// <summary>BODY.</summary>
    public BodyType Body { get; init; }

    /// <summary>Whether addresses and header may hold UTF-8 (SMTPUTF8; RFC 6531).</summary>
    public bool IsInternational { get; init; }

    /// <summary>RET.</summary>
    public DsnReturn Return { get; init; }

    /// <summary>ENVID, decoded, or null (RFC 3461, section 4.4).</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>Whether the message may only travel under verified TLS (REQUIRETLS; RFC 8689).</summary>
    public bool RequiresTls { get; init; }

    /// <summary>Whether AUTH= was given (RFC 4954, section 5). Its value is checked for form and not believed.</summary>
    public bool HasAuth { get; init; }
}
