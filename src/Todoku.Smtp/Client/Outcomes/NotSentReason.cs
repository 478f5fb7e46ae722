namespace Todoku.Smtp.Client.Outcomes;

/// <summary>Why a message was not offered to a server.</summary>
public enum NotSentReason : byte
{
    /// <summary>The envelope has no recipient.</summary>
    NoRecipients,

    /// <summary>The message is larger than the server says it takes (SIZE; RFC 1870).</summary>
    TooLarge,

    /// <summary>The message has octets above 127 and the server has no 8BITMIME: it has to be converted, or returned (RFC 6152, section 3).</summary>
    NeedsDowngrade,

    /// <summary>An address or the header needs SMTPUTF8, which the server has not (RFC 6531, section 3.2).</summary>
    NeedsInternationalMail,

    /// <summary>The message may only travel under verified TLS to servers with REQUIRETLS (RFC 8689, section 4.2.1).</summary>
    NeedsRequireTls,

    /// <summary>TLS is wanted and the server does not offer it.</summary>
    TlsNotOffered,

    /// <summary>A password is to be used and TLS is not there to hide it.</summary>
    PasswordInClear,

    /// <summary>A password is to be used and the server offers no mechanism that we speak.</summary>
    NoMechanism,

    /// <summary>The server could not prove that it knows the password (SCRAM; RFC 5802, section 3), or asked for what the mechanism has not.</summary>
    ServerNotAuthentic,
}
