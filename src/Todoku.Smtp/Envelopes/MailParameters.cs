using System.Buffers;

namespace Todoku.Smtp.Envelopes;

/// <summary>The parameters of MAIL.</summary>
public sealed record MailParameters
{
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

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

    /// <summary>
    /// What a program of this machine calls the message (XONCE, an extension of our own that is said to nobody else), so that it is taken once when it is handed in again after a
    /// connection that broke; <see cref="IsKey"/> holds of it. Null without.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Whether this can be a <see cref="Key"/>: 1 to 64 letters of ASCII, digits and hyphens.</summary>
    public static bool IsKey(ReadOnlySpan<char> text) => text.Length is > 0 and <= SmtpLimits.Key && !text.ContainsAnyExcept(KeyCharacters);

    /// <summary>Whether AUTH= was given (RFC 4954, section 5). Its value is checked for form and not believed.</summary>
    public bool HasAuth { get; init; }
}
