using System.Globalization;
using Todoku.Cli.Texts;
using Todoku.Diagnosis;
using Todoku.Logs;
using Todoku.Logs.Sources;

namespace Todoku.Cli.Diagnose;

/// <summary>Hands what the reader of the logs has to say over to the diagnosis, which knows no reader.</summary>
internal static class ReadSummaryMapping
{
    /// <summary>How much was understood.</summary>
    public static Understanding Understanding(ReadSummary summary) => new(
        summary.Lines,
        summary.Duplicates,
        summary.MailLines,
        summary.UnderstoodLines,
        summary.DeliveryLines,
        summary.UnderstoodDeliveryLines,
        [.. summary.Unknown.Select(unknown => new UnknownLines(unknown.Program, unknown.Count, unknown.Samples))])
    {
        MessagesWithoutEnd = summary.LapsedMessages,
    };

    /// <summary>What one must know to trust the numbers.</summary>
    public static IReadOnlyList<Notice> Notices(ReadSummary summary, ProblemTexts texts)
    {
        var notices = summary.Problems.Where(problem => problem.Kind != LogProblemKind.Duplicate)
            .Select(problem => new Notice(IsCutShort(problem.Kind) ? NoticeKind.FileCutShort : NoticeKind.FileNotRead, texts.Of(problem).TrimEnd('.', '。')))
            .ToList();
        AddCount(notices, NoticeKind.InFlightLimit, summary.ForgottenMessages);
        AddCount(notices, NoticeKind.LongLines, summary.LongLines);
        AddCount(notices, NoticeKind.ClockJump, summary.ClockJumps);
        if (summary.YearInferred && IsYearDoubtful(summary)) notices.Add(new Notice(NoticeKind.YearInferred, ""));
        return notices;
    }

    private static bool IsCutShort(LogProblemKind kind) => kind is LogProblemKind.BrokenCompression or LogProblemKind.WindowTooLarge or LogProblemKind.Truncated;

    // A log that spans more than half a year, or whose clock jumps, may have been given the wrong year.
    private static bool IsYearDoubtful(ReadSummary summary) =>
        summary.ClockJumps > 0 || summary.LastUtcTicks - summary.FirstUtcTicks > TimeSpan.FromDays(183).Ticks;

    private static void AddCount(List<Notice> notices, NoticeKind kind, long count)
    {
        if (count > 0) notices.Add(new Notice(kind, count.ToString("N0", CultureInfo.InvariantCulture)));
    }
}
