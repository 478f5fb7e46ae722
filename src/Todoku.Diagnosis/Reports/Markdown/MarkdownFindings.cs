using System.Text;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Escaping;

namespace Todoku.Diagnosis.Reports.Markdown;

/// <summary>The findings with their evidence; what comes from the log stands in code.</summary>
internal static class MarkdownFindings
{
    public static void Write(StringBuilder text, Report report)
    {
        if (report.Findings.Count == 0) return;
        text.Append($"\n## {report.FindingsTitle}\n");
        foreach (var finding in report.Findings) WriteFinding(text, report, finding);
    }

    private static void WriteFinding(StringBuilder text, Report report, ReportFinding item)
    {
        var label = report.Texts.Label;
        text.Append($"\n### {item.Number}. {MarkdownText.Escape(FindingFacts.Heading(report, item))}\n\n");
        text.Append($"{MarkdownText.Escape(FindingFacts.Summary(report, item))}\n\n");
        if (FindingFacts.Recovery(report, item.Finding) is { Length: > 0 } recovery) text.Append($"{MarkdownText.Escape(recovery)}\n\n");
        if (item.Conclusion.Length > 0) text.Append($"**{MarkdownText.Escape(item.Conclusion)}**\n\n");
        text.Append($"**{MarkdownText.Escape(item.Title)}**\n");
        if (item.Means.Length > 0) text.Append($"\n{MarkdownText.Escape(item.Means)}\n");
        var identities = FindingFacts.Identities(report, item.Finding);
        if (identities.Count > 0) text.Append('\n');
        foreach (var value in identities) text.Append($"- {MarkdownText.Escape(value.Name)} {MarkdownText.CodeSpan(value.Value)}\n");
        if (item.Finding.Evidence.Count > 0)
            text.Append($"\n{label.Evidence}\n\n{MarkdownText.CodeBlock(string.Join('\n', item.Finding.Evidence), "")}\n");
        WriteFacts(text, report, item);
        if (item.Verify.Length > 0) text.Append($"\n{MarkdownText.Escape(label.Pair(label.Verify, item.Verify))}\n");
    }

    private static void WriteFacts(StringBuilder text, Report report, ReportFinding item)
    {
        if (item.Facts.Count == 0) return;
        text.Append($"\n{MarkdownText.Escape(report.Texts.Fact.Now)}\n\n");
        foreach (var fact in item.Facts) text.Append($"- {MarkdownText.Escape(FactText.Line(report, fact))}\n");
        if (item.Finding.IsContradicted) text.Append($"\n{MarkdownText.Escape(report.Texts.Fact.Contradiction(report.Clock.Moment(item.Finding.Until)))}\n");
        var evidence = item.Facts.Where(fact => fact.Fact.IsTelling).SelectMany(fact => fact.Fact.Result.Evidence).Distinct().ToArray();
        if (evidence.Length > 0) text.Append($"\n{MarkdownText.CodeBlock(string.Join('\n', evidence), "")}\n");
    }
}
