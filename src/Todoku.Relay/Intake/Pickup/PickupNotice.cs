using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Bounces;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;
using Todoku.Relay.Sendmail;
using Todoku.Smtp.Envelopes;
using QueueNotify = Todoku.Relay.Queue.DsnNotify;

namespace Todoku.Relay.Intake.Pickup;

/// <summary>Tells the sender of mail that was kept, and refused when the relay fetched it: the command had said that all was well.</summary>
internal static class PickupNotice
{
    // No message of the queue: it has no number.
    private static readonly QueueId None = new(1);

    /// <summary>The notice; null when nobody wants to be told.</summary>
    public static NewMessage? Write(PickupParts parts, string user, SendmailEnvelope head, Mailbox sender, List<PickupRefusal> refused, byte[] beginning, long size)
    {
        var now = parts.Time.GetUtcNow();
        var envelope = new QueuedEnvelope
        {
            Sender = sender.ToString(),
            SubmitterKind = SubmitterKind.LocalUser,
            Submitter = user,
            AcceptedAt = now,
            Size = size,
            DsnEnvelopeId = head.EnvelopeId,
            Recipients = [.. refused.Select(one => new QueuedRecipient(one.Address) { Notify = (QueueNotify)head.Notify })],
        };
        var reports = refused.Select((one, at) => new AttemptReport
        {
            Entry = new EntryId(None, at),
            At = now,
            Envelope = envelope,
            Sender = envelope.Sender,
            Recipient = one.Address,
            Provider = "local",
            Path = "",
            RelayHost = parts.HostName,
            Decision = new DeliveryDecision(DeliveryAction.Bounce, Cause.RecipientUnknown, "relay", SmtpStage.RcptTo, one.Reply.ToString().TrimEnd(), IsRemote: false, null),
            Attempts = 1,
            IsLast = true,
        });
        return parts.Notices.Write(NoticeKind.Failure, new StoredMessage(None, envelope, []), [.. reports], beginning);
    }
}
