using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>The findings: the first with its identities and its reply, the others shorter; all of everything when verbose.</summary>
internal static class FindingSection
{
    private const int Indent = 3;
    private const int ShortCount = 3;
    private const int FirstEvidenceLines = 2;

    public static void Write(TextCanvas canvas, Report report)
    {
        var findings = report.Findings;
        if (findings.Count == 0) return;
        canvas.Section(report.Texts.Label.Findings);
        var shown = canvas.Verbose || findings.Count <= ShortCount + 1 ? findings.Count : ShortCount;
        foreach (var finding in findings.Take(shown))
        {
            WriteTitle(canvas, report, finding);
            if (canvas.Verbose) WriteAll(canvas, report, finding);
            else WriteShort(canvas, report, finding);
        }
        if (shown < findings.Count) canvas.Line(report.Texts.Count.MoreFindings(findings.Count - shown), Ink.Faint, Indent);
    }

    private static void WriteTitle(TextCanvas canvas, Report report, ReportFinding item)
    {
        var (texts, finding) = (report.Texts, item.Finding);
        var provider = finding.Provider?.Name(texts.Language) ?? texts.Label.AllProviders;
        canvas.Write(Columns.Left($"{item.Number}.", Indent), finding.IsCurrent ? Ink.Bad : Ink.Faint)
            .Write(Columns.Cut(VisibleText.Escape(texts.Label.Pair(provider, texts.Cause.Of(finding.Cause))), canvas.Width - Indent), Ink.Strong)
            .EndLine();
        var stretch = report.Clock.Stretch(finding.Since, finding.Until, finding.IsCurrent);
        IEnumerable<string> facts =
        [
            stretch, texts.Count.Failed(finding.Count), texts.Count.Recipients(finding.Recipients), texts.Fault.Short(finding.Fault),
            .. item.ExplainedBy.Count > 0 ? [texts.Label.ExplainedBy(texts.Label.Join(item.ExplainedBy.Select(n => $"{n}.")))] : Array.Empty<string>(),
        ];
        canvas.Line(texts.Label.Join(facts), Ink.Plain, Indent);
    }

    private static void WriteShort(TextCanvas canvas, Report report, ReportFinding item)
    {
        var isFirst = item.Number == 1;
        if (isFirst && IdentityOf(report.Texts, item.Finding) is { Length: > 0 } identity) canvas.Line(identity, Ink.Plain, Indent);
        if (item.Finding.Evidence is [var line, ..])
            WriteEvidence(canvas, EvidenceExcerpt.Of(line), isFirst ? FirstEvidenceLines : 1);
    }

    private static void WriteAll(TextCanvas canvas, Report report, ReportFinding item)
    {
        if (IdentityOf(report.Texts, item.Finding) is { Length: > 0 } identity) canvas.Paragraph(identity, Indent);
        canvas.Paragraph(item.Title, Indent, Ink.Strong);
        if (item.Means.Length > 0) canvas.Paragraph(item.Means, Indent);
        foreach (var line in item.Finding.Evidence) WriteEvidence(canvas, line, int.MaxValue);
        if (item.Verify.Length > 0) canvas.Paragraph(report.Texts.Label.Pair(report.Texts.Label.Verify, item.Verify), Indent);
        canvas.Gap();
    }

    private static void WriteEvidence(TextCanvas canvas, string text, int maxLines)
    {
        var width = canvas.Width - Indent - 2;
        var lines = LineWrap.Lines(VisibleText.Escape(text), width).Take(maxLines == int.MaxValue ? maxLines : maxLines + 1).ToArray();
        if (lines.Length > maxLines) lines = [.. lines.Take(maxLines - 1), Columns.Cut($"{lines[maxLines - 1]} {lines[maxLines]}", width)];
        foreach (var line in lines) canvas.Write(Columns.Spaces(Indent)).Write("│ ", Ink.Faint).Write(line, Ink.Faint).EndLine();
    }

    /// <summary>The sender's identities and the values of the reply, as "name value" pairs.</summary>
    private static string IdentityOf(ReportTexts texts, Finding finding)
    {
        var identity = finding.Identity;
        IEnumerable<(string Name, string Value)> pairs =
        [
            ("host", identity.Host), ("ip", identity.SendingIp), ("sender_domain", identity.EnvelopeDomain), ("submitter", identity.Submitter),
            ("relay", identity.Relay), ("dkim_domain", identity.DkimDomain), ("dkim_selector", identity.DkimSelector),
            .. finding.Values.Select(value => (value.Name, value.Value)),
        ];
        return texts.Label.Join(pairs.Where(pair => pair.Value.Length > 0).DistinctBy(pair => pair.Name).Select(pair => $"{texts.Value.Of(pair.Name)} {pair.Value}"));
    }
}
