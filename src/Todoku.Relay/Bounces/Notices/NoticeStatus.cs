using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Decisions;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>
/// Says the Status field of a recipient (RFC 3464, section 2.3.4): the code that the server gave, the one of a refusal of our own, or the one of RFC 3463 that fits the cause. Its class fits the
/// action: a refusal for good that we still work on is a 4 in a delay notice. A message given up for its age keeps the 4 of its last reply, which tells more
/// than "expired".
/// </summary>
internal static class NoticeStatus
{
    /// <summary>The code.</summary>
    public static EnhancedStatusCode Of(NoticeKind kind, DeliveryDecision decision)
    {
        Span<byte> buffer = stackalloc byte[SmtpReply.MaxLength];
        var reply = SmtpReply.Parse(Encoding.UTF8.GetBytes(decision.Reply.Length > SmtpReply.MaxLength / 3 ? decision.Reply[..(SmtpReply.MaxLength / 3)] : decision.Reply), buffer);
        var status = decision.IsRemote ? reply.EnhancedStatus : decision.OwnStatus;
        if (kind == NoticeKind.Success) return status.Class == 2 ? status : new EnhancedStatusCode(2, 0, 0);
        if (status.IsNone || status.IsFiller || status.Class == 2)
        {
            var (subject, detail) = DetailOf(decision.Cause);
            status = new EnhancedStatusCode((byte)(decision.IsRemote && reply.IsTransient ? 4 : 5), subject, detail);
        }
        return kind == NoticeKind.Delay ? status with { Class = 4 } : status;
    }

    private static (ushort Subject, ushort Detail) DetailOf(Cause cause) => cause switch
    {
        Cause.RecipientUnknown => (1, 1),
        Cause.HostNotFound => (1, 2),
        Cause.SenderRejected or Cause.ReturnPathMismatch => (1, 8),
        Cause.RecipientDisabled => (2, 1),
        Cause.MailboxFull => (2, 2),
        Cause.MessageTooLarge => (3, 4),
        Cause.LocalConfig => (3, 5),
        Cause.RemoteError => (3, 0),
        Cause.ConnectionRefused or Cause.ConnectionTimeout => (4, 1),
        Cause.Expired => (4, 7),
        Cause.RateLimited or Cause.Greylisted => (7, 0),
        Cause.RfcViolation => (5, 0),
        Cause.Virus or Cause.ContentBlocked or Cause.SpamContent => (6, 0),
        Cause.TlsFailed or Cause.TlsRequired => (7, 10),
        Cause.NoPtr => (7, 25),
        Cause.Unauthenticated => (7, 26),
        Cause.SpfFail => (7, 23),
        Cause.DkimFail => (7, 20),
        Cause.Unknown => (0, 0),
        _ => (7, 1),
    };
}
