using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Mail.Internationalized;

namespace Todoku.Diagnosis.Reports.Checks;

/// <summary>
/// The checklist for a terminal: what is wrong with its evidence and the record to publish, then what is well in a line each, then what
/// to do in order. Verbose: everything, and the evidence of what is well too.
/// </summary>
public static class CheckTextReport
{
    private const int Indent = 2;
    private const int MaxEvidence = 4;
    private const int MaxRoots = 3;

    // Follows from the others, and is as open as they are.
    private const string Conclusion = "receiver-rules";

    // From this many on, points without an answer share a line: they all say the same.
    private const int ManyUnanswered = 4;

    /// <summary>Writes it.</summary>
    public static void Write(TextCanvas canvas, CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(report);
        WriteHeadline(canvas, report);
        foreach (var status in (ReadOnlySpan<CheckStatus>)[CheckStatus.Problem, CheckStatus.Warning, CheckStatus.NotKnown, CheckStatus.Pass, CheckStatus.NotApplicable])
        {
            WriteStatus(canvas, report, status);
            if (status == CheckStatus.Warning) WriteConsequences(canvas, report);
        }
        PlanSection.Write(canvas, report.Texts, report.Plan);
        if (!canvas.Verbose && report.Plan.Count > 0)
        {
            canvas.Gap();
            canvas.Line(report.Texts.Check.MoreWithVerbose, Ink.Faint);
        }
    }

    private static void WriteHeadline(TextCanvas canvas, CheckReport report)
    {
        var (mark, ink) = Mark(Overall(report));
        var headline = report.IsInconclusive
            ? report.Texts.Check.Inconclusive(report.Title)
            : report.Texts.Check.Headline(report.Title, report.Count(CheckStatus.Problem), report.Count(CheckStatus.Warning), report.Count(CheckStatus.NotKnown));
        canvas.Title($"{mark} ", ink, ReadableNames.In(headline), ink);
        foreach (var (label, value) in report.Facts) canvas.Paragraph(ReadableNames.In(report.Texts.Label.Pair(label, value)), Indent, Ink.Faint, maxLines: 3);
    }

    // The worst there is; what could not be told at all is no "all is well".
    private static CheckStatus Overall(CheckReport report) =>
        report.Count(CheckStatus.Problem) > 0 ? CheckStatus.Problem
        : report.Count(CheckStatus.Warning) > 0 ? CheckStatus.Warning
        : report.Count(CheckStatus.Pass) > 0 && !report.IsInconclusive ? CheckStatus.Pass
        : CheckStatus.NotKnown;

    private static void WriteStatus(TextCanvas canvas, CheckReport report, CheckStatus status)
    {
        ReportCheck[] checks = [.. report.Checks.Where(check => check.Result.Status == status && check.Result.FollowsFrom.Count == 0)];
        if (checks.Length == 0 || (status == CheckStatus.NotApplicable && !canvas.Verbose)) return;
        canvas.Section($"{report.Texts.Check.Status(status)} ({checks.Length})");
        ReportCheck[] unanswered = canvas.Verbose || report.Unanswered < ManyUnanswered ? [] : [.. checks.Where(check => check.Result.IsUnanswered || (report.IsInconclusive && check.Result.Check == Conclusion))];
        if (unanswered.Length > 0) WriteUnanswered(canvas, report, unanswered);
        foreach (var check in checks.Except(unanswered)) WriteCheck(canvas, report, check);
    }

    // They are mended with what they follow from, and would only hide it.
    private static void WriteConsequences(TextCanvas canvas, CheckReport report)
    {
        ReportCheck[] checks = [.. report.Checks.Where(check => check.Result.FollowsFrom.Count > 0).OrderBy(check => check.Result.Status)];
        if (checks.Length == 0) return;
        canvas.Section($"{report.Texts.Check.Consequences} ({checks.Length})");
        foreach (var check in checks)
        {
            var (mark, ink) = Mark(check.Result.Status);
            WriteTitle(canvas, check.Title, mark, ink, Ink.Plain);
            if (canvas.Verbose) foreach (var line in check.Result.Evidence) WriteEvidence(canvas, line);
            foreach (var root in Roots(report, check)) canvas.Paragraph(ReadableNames.In(report.Texts.Label.Pair(report.Texts.Check.FollowsFrom, root)), Indent, Ink.Faint, canvas.Verbose ? int.MaxValue : 2);
        }
    }

    private static IEnumerable<string> Roots(CheckReport report, ReportCheck check) => report.Checks
        .Where(other => check.Result.FollowsFrom.Contains(other.Result.Check) && other.Result is { Status: CheckStatus.Problem or CheckStatus.Warning, FollowsFrom.Count: 0 })
        .OrderBy(other => other.Result.Status).Select(other => other.Title).Take(MaxRoots);

    private static void WriteUnanswered(TextCanvas canvas, CheckReport report, ReportCheck[] checks)
    {
        var (mark, ink) = Mark(CheckStatus.NotKnown);
        WriteTitle(canvas, report.Texts.Check.WithoutAnswer(checks.Length), mark, ink, Ink.Plain);
        var answers = checks.Select(check => check.Result.Evidence).Where(evidence => evidence.Count > 0).Select(evidence => evidence[^1]).Distinct();
        foreach (var line in answers.Take(MaxEvidence)) WriteEvidence(canvas, line);
        canvas.Paragraph(report.Texts.Check.AskAnother, Indent, Ink.Faint);
    }

    private static void WriteCheck(TextCanvas canvas, CheckReport report, ReportCheck check)
    {
        var status = check.Result.Status;
        var (mark, ink) = Mark(status);
        WriteTitle(canvas, check.Title, mark, ink, status == CheckStatus.Problem ? Ink.Strong : Ink.Plain);
        var isOpen = status is CheckStatus.Problem or CheckStatus.Warning;
        if (isOpen || status == CheckStatus.NotKnown || canvas.Verbose)
        {
            var lines = canvas.Verbose ? check.Result.Evidence.Count : MaxEvidence;
            foreach (var line in check.Result.Evidence.Take(lines)) WriteEvidence(canvas, line);
            if (check.Result.Evidence.Count > lines) WriteEvidence(canvas, report.Texts.Check.MoreEvidence(check.Result.Evidence.Count - lines));
        }
        if (check.Means.Length > 0 && (canvas.Verbose || isOpen || status == CheckStatus.NotKnown))
            canvas.Paragraph(canvas.Verbose ? check.Means : FirstSentence.Of(check.Means), Indent, canvas.Verbose ? Ink.Plain : Ink.Faint, canvas.Verbose ? int.MaxValue : 2);
        if (!isOpen) return;
        WriteRecords(canvas, report, check);
        if (!canvas.Verbose) return;
        canvas.Paragraph(report.Texts.Headline.WhoseDoing(report.Texts.Fault.Long(check.Fault)), Indent);
        if (check.Verify.Length > 0) canvas.Paragraph(report.Texts.Label.Pair(report.Texts.Label.Verify, check.Verify), Indent);
        canvas.Gap();
    }

    private static void WriteTitle(TextCanvas canvas, string title, string mark, Ink markInk, Ink ink)
    {
        canvas.Write(mark, markInk).Write(" ");
        var isFirst = true;
        foreach (var line in LineWrap.Lines(Escaping.VisibleText.Escape(ReadableNames.In(title)), canvas.Width - Indent))
        {
            canvas.Write(isFirst ? "" : Columns.Spaces(Indent)).Write(line, ink).EndLine();
            isFirst = false;
        }
    }

    // Never cut or wrapped: it is to be copied.
    private static void WriteRecords(TextCanvas canvas, CheckReport report, ReportCheck check)
    {
        if (check.Result.Records.Count == 0) return;
        canvas.Line(report.Texts.Check.Publish, Ink.Plain, Indent);
        foreach (var record in check.Result.Records) canvas.Write(TextTemplate.CopyIndent).Write(record.ToMasterFileLine(), Ink.Code).EndLine();
    }

    private static void WriteEvidence(TextCanvas canvas, string text)
    {
        foreach (var line in LineWrap.Lines(Escaping.VisibleText.Escape(text), canvas.Width - Indent - 2, canvas.Verbose ? int.MaxValue : 2))
            canvas.Write(Columns.Spaces(Indent)).Write("│ ", Ink.Faint).Write(line, Ink.Faint).EndLine();
    }

    private static (string Mark, Ink Ink) Mark(CheckStatus status) => status switch
    {
        CheckStatus.Problem => ("✗", Ink.Bad),
        CheckStatus.Warning => ("!", Ink.Doubtful),
        CheckStatus.NotKnown => ("?", Ink.Doubtful),
        CheckStatus.Pass => ("✓", Ink.Good),
        _ => ("-", Ink.Faint),
    };
}
