using System.Globalization;
using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Findings;

/// <summary>What the reader must know of the analysis' own limits.</summary>
internal static class TimelineNotices
{
    // Rotation and several writers shift lines by minutes; more is a clock that was set back.
    private const long MaxJump = TimeSpan.TicksPerHour;
    private const int MinAttempts = 20;

    public static IReadOnlyList<Notice> Of(MailTimeline timeline, IReadOnlyList<Notice> given)
    {
        List<Notice> own = [];
        var options = timeline.Options;
        if (timeline.Providers.IsFull) own.Add(new Notice(NoticeKind.GroupLimit, Number(options.MaxGroups)));
        if (timeline.Hosts.IsFull) own.Add(new Notice(NoticeKind.GroupLimit, Number(options.MaxHosts)));
        if (timeline.Submitters.WasFull) own.Add(new Notice(NoticeKind.GroupLimit, Number(options.MaxSubmitters)));
        if (timeline.Pending.WasFull) own.Add(new Notice(NoticeKind.InFlightLimit, Number(options.MaxPending)));
        if (timeline.Span.LongestJump > MaxJump)
        {
            own.Add(new Notice(NoticeKind.ClockJump, TimeSpan.FromTicks(timeline.Span.LongestJump).ToString("c", CultureInfo.InvariantCulture)));
        }
        if (timeline.Attempts >= MinAttempts && timeline.SendersUnknown * 2 > timeline.Attempts)
        {
            own.Add(new Notice(NoticeKind.SendersUnknown, Number(timeline.SendersUnknown)));
        }
        return [.. own.Where(notice => !given.Any(other => other.Kind == notice.Kind))];
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
