using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>The findings: the first with its identities and its reply, the others shorter; all of everything when verbose.</summary>
public static class FindingSection
{
    private const int Indent = 3;
    private const int ShortCount = 3;
    private const int FirstEvidenceLines = 2;
    private const int FirstFacts = 3;
    private const int FactLines = 2;
    private const int MaxFactEvidence = 6;

    internal static void Write(TextCanvas canvas, Report report)
    {
        var findings = report.Findings;
        if (findings.Count == 0) return;
        canvas.Section(report.FindingsTitle);
        var shown = canvas.Verbose || findings.Count <= ShortCount + 1 ? findings.Count : ShortCount;
        // Whose fault it is is said however much else is wrong.
        var hidden = findings.Skip(shown).Count(finding => finding.Conclusion.Length == 0);
        foreach (var finding in findings.Where((finding, at) => at < shown || finding.Conclusion.Length > 0))
        {
            WriteTitle(canvas, report, finding);
            if (canvas.Verbose) WriteAll(canvas, report, finding);
            else WriteShort(canvas, report, finding);
        }
        if (hidden > 0) canvas.Line(report.Texts.Count.MoreFindings(hidden), Ink.Faint, Indent);
    }

    /// <summary>A finding by itself, as the first of a report is shown.</summary>
    public static string WriteAlone(Report report, ReportFinding item, ReportLayout layout)
    {
        var canvas = new TextCanvas(layout);
        WriteTitle(canvas, report, item);
        if (layout.Verbose) WriteAll(canvas, report, item);
        else WriteShort(canvas, report, item with { Number = 1 });
        return canvas.ToString();
    }

    private static void WriteTitle(TextCanvas canvas, Report report, ReportFinding item)
    {
        canvas.Title(Columns.Left($"{item.Number}.", Indent), item.Finding.IsCurrent ? Ink.Bad : Ink.Faint, FindingFacts.Heading(report, item), Ink.Strong);
        canvas.Line(FindingFacts.Summary(report, item), Ink.Plain, Indent);
        if (FindingFacts.Recovery(report, item.Finding) is { Length: > 0 } recovery) canvas.Line(recovery, Ink.Good, Indent);
        if (item.Conclusion.Length > 0) canvas.Paragraph(item.Conclusion, Indent, Ink.Strong);
    }

    private static void WriteShort(TextCanvas canvas, Report report, ReportFinding item)
    {
        var isFirst = item.Number == 1;
        if (isFirst) WriteIdentities(canvas, report, item.Finding, maxLines: 2);
        // What is over, or the recipients' own, need not be proven on the first screen.
        var isTelling = isFirst || (item.Finding.IsCurrent && item.Finding.Fault != Fault.Recipient);
        if (isTelling && item.Finding.Evidence is [var line, ..])
            WriteEvidence(canvas, EvidenceExcerpt.Of(line), isFirst ? FirstEvidenceLines : 1);
        if (!isTelling) return;
        foreach (var (at, fact) in FactText.Lines(report, item, isFirst ? FirstFacts : 1).Index()) WriteFact(canvas, report, fact, isFirst: at == 0);
    }

    // The first behind the label, the others below it.
    private static void WriteFact(TextCanvas canvas, Report report, string text, bool isFirst)
    {
        var label = report.Texts.Label.Pair(report.Texts.Fact.Now, "").TrimEnd() + " ";
        var width = Columns.Of(label);
        foreach (var (at, line) in LineWrap.Lines(VisibleText.Escape(text), canvas.Width - Indent - width, FactLines).Index())
            canvas.Write(Columns.Spaces(Indent)).Write(isFirst && at == 0 ? label : Columns.Spaces(width), Ink.Marker).Write(line).EndLine();
    }

    private static void WriteAllFacts(TextCanvas canvas, Report report, ReportFinding item)
    {
        if (item.Facts.Count == 0) return;
        canvas.Line(report.Texts.Label.Pair(report.Texts.Fact.Now, "").TrimEnd(), Ink.Marker, Indent);
        foreach (var fact in item.Facts)
        {
            canvas.Paragraph(FactText.Line(report, fact), Indent + 2);
            foreach (var line in fact.Fact.Result.Evidence.Take(MaxFactEvidence))
                foreach (var part in LineWrap.Lines(VisibleText.Escape(line), canvas.Width - Indent - 6, FactLines))
                    canvas.Write(Columns.Spaces(Indent + 4)).Write("│ ", Ink.Faint).Write(part, Ink.Faint).EndLine();
        }
        if (item.Finding.IsContradicted) canvas.Paragraph(report.Texts.Fact.Contradiction(report.Clock.Moment(item.Finding.Until)), Indent + 2);
    }

    private static void WriteAll(TextCanvas canvas, Report report, ReportFinding item)
    {
        WriteIdentities(canvas, report, item.Finding, int.MaxValue);
        canvas.Paragraph(item.Title, Indent, Ink.Strong);
        if (item.Means.Length > 0) canvas.Paragraph(item.Means, Indent);
        foreach (var line in item.Finding.Evidence) WriteEvidence(canvas, line, int.MaxValue);
        WriteAllFacts(canvas, report, item);
        if (item.Verify.Length > 0) canvas.Paragraph(report.Texts.Label.Pair(report.Texts.Label.Verify, item.Verify), Indent);
        canvas.Gap();
    }

    private static void WriteIdentities(TextCanvas canvas, Report report, Finding finding, int maxLines)
    {
        var values = FindingFacts.Identities(report, finding);
        if (values.Count > 0) canvas.Paragraph(report.Texts.Label.Join(values.Select(value => $"{value.Name} {value.Value}")), Indent, maxLines: maxLines);
    }

    private static void WriteEvidence(TextCanvas canvas, string text, int maxLines)
    {
        foreach (var line in LineWrap.Lines(VisibleText.Escape(text), canvas.Width - Indent - 2, maxLines))
            canvas.Write(Columns.Spaces(Indent)).Write("│ ", Ink.Faint).Write(line, Ink.Faint).EndLine();
    }
}
