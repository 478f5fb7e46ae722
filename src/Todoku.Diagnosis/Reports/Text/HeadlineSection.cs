using Todoku.Diagnosis.Reports.Content;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>The overall answer.</summary>
internal static class HeadlineSection
{
    private const int Indent = 2;
    private const int MostHosts = 3;

    public static void Write(TextCanvas canvas, Report report)
    {
        var (mark, ink) = report.Result.Verdict switch
        {
            Verdict.ActionNeeded when report.Findings is [var first, ..] && !first.Finding.IsCurrent => ("!", Ink.Doubtful),
            Verdict.ActionNeeded => ("✗", Ink.Bad),
            Verdict.NothingToDo => ("✓", Ink.Good),
            Verdict.NotEnoughEvidence => ("?", Ink.Doubtful),
            Verdict.NotUnderstood => ("?", Ink.Bad),
        };
        canvas.Title($"{mark} ", ink, report.Headline.Answer, ink);
        foreach (var detail in report.Headline.Details) canvas.Paragraph(detail, Indent, maxLines: 3);
        if (report.Clock.Period.Length > 0) canvas.Line(report.Texts.Label.Scope(report.Clock.Period, HostsOf(report)), Ink.Faint, Indent);
    }

    private static string HostsOf(Report report)
    {
        var hosts = report.Result.Hosts;
        return report.Texts.Label.Join(hosts.Count > MostHosts ? [.. hosts.Take(MostHosts), "…"] : hosts);
    }
}
