using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>
/// Decides who is told what.
/// </summary>
/// <remarks>
/// <code>
/// kind      told when NOTIFY (RFC 3461, section 4.1) is
/// failure   not given, or holds FAILURE
/// delay     not given, or holds DELAY
/// success   holds SUCCESS
/// </code>
/// A notice goes to the envelope sender of the message as it was sent. Where a rule set that sender to an address of the From domain, that is where its
/// administrator wants bounces. Where the sender is an address for machines (VERP, or the relay's own return-path domain), it goes to the sender that was handed
/// in. The null sender gets no notice (RFC 5321, section 6.1): the failure of a notice ends with its record in the log, and with a copy to
/// <see cref="NoticeOptions.DoubleBounces"/> where that is set. A copy that can't be delivered makes no further one.
/// </remarks>
internal static class NoticeAudience
{
    /// <summary>The recipients that a notice is about, in the order of the envelope.</summary>
    public static List<NoticeRecipient> About(NoticeKind kind, QueuedEnvelope envelope, IReadOnlyList<AttemptReport> reports)
    {
        var about = new SortedDictionary<int, NoticeRecipient>();
        foreach (var report in reports)
        {
            var place = report.Entry.Recipient;
            if (place < envelope.Recipients.Count && IsWanted(kind, envelope.Recipients[place].Notify)) about[place] = new NoticeRecipient(envelope.Recipients[place], report);
        }
        return [.. about.Values];
    }

    /// <summary>The address that the notice goes to; empty for nobody.</summary>
    /// <param name="kind">What it tells.</param>
    /// <param name="envelope">The envelope of the message that it is about.</param>
    /// <param name="options">The return-path domain and who gets double bounces.</param>
    /// <param name="isDouble">Whether the sender could not be told, and the address is the one for double bounces.</param>
    public static string AddressOf(NoticeKind kind, QueuedEnvelope envelope, NoticeOptions options, out bool isDouble)
    {
        isDouble = false;
        var sender = envelope.OriginalSender is { } original && IsForMachines(envelope, options) ? original : envelope.Sender;
        if (sender.Length > 0) return sender;
        if (kind != NoticeKind.Failure || options.DoubleBounces is not { Length: > 0 } postmaster) return "";
        isDouble = true;
        return envelope.Recipients.Any(recipient => string.Equals(recipient.Address, postmaster, StringComparison.OrdinalIgnoreCase)) ? "" : postmaster;
    }

    private static bool IsForMachines(QueuedEnvelope envelope, NoticeOptions options) =>
        envelope.VerpDomain is not null
        || (options.ReturnPathDomain is { } domain && envelope.Sender.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase));

    private static bool IsWanted(NoticeKind kind, DsnNotify notify) => kind switch
    {
        NoticeKind.Success => notify.HasFlag(DsnNotify.Success),
        NoticeKind.Delay => notify == DsnNotify.Unspecified || notify.HasFlag(DsnNotify.Delay),
        _ => notify == DsnNotify.Unspecified || notify.HasFlag(DsnNotify.Failure),
    };
}
