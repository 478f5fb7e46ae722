using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Relay.Intake;

/// <summary>
/// Decides where mail goes that programs of this machine send to its users, as cron does to root: nobody has a mailbox here, so it goes to the postmaster of the
/// configuration. Where that is a mailbox of this machine too, it stays here. For clients over a network there are no such recipients: who has an account is nobody's business.
/// </summary>
/// <param name="hostName">The relay's name.</param>
/// <param name="postmaster">The postmaster of the configuration.</param>
/// <param name="isUser">Whether there is a user of a name.</param>
public sealed class LocalUserMail(string hostName, Mailbox postmaster, Func<string, bool> isUser)
{
    private static readonly string[] Roles = ["postmaster", "abuse", "mailer-daemon"];

    private bool IsPostmasterElsewhere => postmaster.Domain.Length > 0 && !IsHere(postmaster);

    /// <summary>What a recipient is; null when it is no user of this machine.</summary>
    public RecipientVerdict? Accept(Mailbox recipient) => !IsUser(recipient) ? null : IsPostmasterElsewhere ? new RecipientVerdict.Remote() : new RecipientVerdict.Local();

    /// <summary>The envelope with the postmaster, once, in place of all users of this machine.</summary>
    public Envelope Redirect(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (!IsPostmasterElsewhere || !envelope.Recipients.Any(recipient => IsUser(recipient.Mailbox))) return envelope;
        var recipients = new List<EnvelopeRecipient>(envelope.Recipients.Count);
        foreach (var recipient in envelope.Recipients)
        {
            var next = IsUser(recipient.Mailbox) ? recipient with { Mailbox = postmaster, IsLocal = false } : recipient;
            if (!recipients.Exists(one => one.Mailbox == next.Mailbox)) recipients.Add(next);
        }
        return new Envelope(envelope.Sender, envelope.Parameters, recipients) { Key = envelope.Key };
    }

    private bool IsUser(Mailbox recipient) =>
        IsHere(recipient) && recipient.LocalPart.Length > 0 && !recipient.LocalPart.Contains('\0', StringComparison.Ordinal)
        && (Roles.Contains(recipient.LocalPart, StringComparer.OrdinalIgnoreCase) || isUser(recipient.LocalPart));

    private bool IsHere(Mailbox mailbox) => mailbox.Domain.Length == 0 || string.Equals(mailbox.Domain, hostName, StringComparison.OrdinalIgnoreCase);
}
