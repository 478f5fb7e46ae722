namespace Todoku.Mail;

/// <summary>The point of the SMTP dialogue at which a reply was given or the connection failed (RFC 5321, section 3).</summary>
public enum SmtpStage : byte
{
    /// <summary>Not told by the log.</summary>
    Unknown,

    /// <summary>Before a connection stood: name lookup, TCP connect.</summary>
    Connect,

    /// <summary>The greeting ("initial connection", "refused to talk to me").</summary>
    Banner,

    /// <summary>EHLO or HELO (LHLO for LMTP).</summary>
    Ehlo,

    /// <summary>STARTTLS and the TLS handshake.</summary>
    StartTls,

    /// <summary>AUTH.</summary>
    Auth,

    /// <summary>MAIL FROM.</summary>
    MailFrom,

    /// <summary>RCPT TO.</summary>
    RcptTo,

    /// <summary>The DATA or BDAT command itself, before the message.</summary>
    Data,

    /// <summary>The reply to the whole message ("end of DATA").</summary>
    EndOfData,
}
