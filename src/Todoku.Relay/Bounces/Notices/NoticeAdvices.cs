using Todoku.Knowledge;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>
/// Which advice goes with which cause. The steps of the knowledge are for who runs the server; a notice is read by who wrote the mail, and most of them can only
/// correct an address, reach the recipient by other means, or pass the notice on.
/// </summary>
internal static class NoticeAdvices
{
    /// <summary>The advice.</summary>
    public static NoticeAdvice Of(Cause cause) => cause switch
    {
        Cause.RecipientUnknown or Cause.HostNotFound => NoticeAdvice.CheckAddress,
        Cause.MailboxFull => NoticeAdvice.WaitForRoom,
        Cause.RecipientRefused or Cause.RecipientDisabled => NoticeAdvice.AskRecipient,
        Cause.MessageTooLarge => NoticeAdvice.MakeSmaller,
        Cause.ContentBlocked or Cause.Virus or Cause.SpamContent => NoticeAdvice.ChangeContent,
        Cause.Greylisted or Cause.RateLimited or Cause.RemoteError or Cause.ConnectionRefused or Cause.ConnectionTimeout or Cause.Expired => NoticeAdvice.SendLater,
        Cause.Unknown or Cause.Policy or Cause.RelayDenied => NoticeAdvice.AskReceiver,
        _ => NoticeAdvice.AskAdministrator,
    };
}
