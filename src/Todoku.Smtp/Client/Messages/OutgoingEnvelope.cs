using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Client.Messages;

/// <summary>Whom a message that is sent is from and for.</summary>
/// <param name="Sender">The reverse-path; null for the null sender.</param>
/// <param name="Parameters">The parameters of MAIL. The size is taken from the content.</param>
/// <param name="Recipients">The recipients, at least one.</param>
public sealed record OutgoingEnvelope(Mailbox? Sender, MailParameters Parameters, IReadOnlyList<OutgoingRecipient> Recipients)
{
    /// <summary>Whether only servers with SMTPUTF8 may have it (RFC 6531, section 3.1).</summary>
    public bool NeedsInternationalMail =>
        Parameters.IsInternational || Sender is { IsInternational: true } || Recipients.Any(recipient => recipient.Mailbox.IsInternational);
}
