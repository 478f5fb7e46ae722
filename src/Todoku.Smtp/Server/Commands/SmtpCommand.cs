using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server.Commands;

/// <summary>One command of a client, read from its line.</summary>
internal abstract record SmtpCommand
{
    private SmtpCommand()
    {
    }

    /// <summary>EHLO or HELO.</summary>
    public sealed record Hello(bool IsExtended, string Name) : SmtpCommand;

    /// <summary>MAIL; the null sender has no mailbox.</summary>
    public sealed record Mail(Mailbox? Sender, MailParameters Parameters) : SmtpCommand;

    /// <summary>RCPT.</summary>
    public sealed record Recipient(Mailbox Mailbox, RecipientParameters Parameters) : SmtpCommand;

    /// <summary>BDAT (RFC 3030): so many octets follow at once.</summary>
    public sealed record Chunk(long Size, bool IsLast) : SmtpCommand;

    /// <summary>AUTH (RFC 4954) with its initial response, still in base64, or null.</summary>
    public sealed record Authenticate(string Mechanism, string? InitialResponse) : SmtpCommand;

    /// <summary>XCLIENT of Postfix, not decoded.</summary>
    public sealed record Proxy(string Attributes) : SmtpCommand;

    /// <summary>A command without arguments that matter.</summary>
    public sealed record Plain(SmtpVerb Verb) : SmtpCommand;

    /// <summary>A line that is refused for its form, whatever the state of the session.</summary>
    /// <param name="Reply">The refusal.</param>
    /// <param name="EndsSession">Whether what follows the line can't be read as commands.</param>
    public sealed record Wrong(Reply Reply, bool EndsSession = false) : SmtpCommand;
}
