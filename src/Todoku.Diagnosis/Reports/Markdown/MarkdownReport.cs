using System.Text;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Escaping;

namespace Todoku.Diagnosis.Reports.Markdown;

/// <summary>The whole report as Markdown (CommonMark with tables), for tickets and wikis.</summary>
internal sealed class MarkdownReport : ReportFormat
{
    public override string Name => "markdown";

    public override void Write(Report report, Stream output, ReportLayout layout)
    {
        var text = new StringBuilder();
        WriteHeadline(text, report);
        MarkdownProviders.Write(text, report);
        MarkdownFindings.Write(text, report);
        MarkdownPlan.Write(text, report);
        WriteFoot(text, report);
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void WriteHeadline(StringBuilder text, Report report)
    {
        var label = report.Texts.Label;
        text.Append($"# {MarkdownText.Escape(report.Headline.Answer)}\n\n");
        foreach (var detail in report.Headline.Details) text.Append($"- {MarkdownText.Escape(detail)}\n");
        if (report.Clock.Period.Length > 0) text.Append($"- {MarkdownText.Escape(label.Scope(report.Clock.Period, label.Join(report.Result.Hosts)))}\n");
    }

    private static void WriteFoot(StringBuilder text, Report report)
    {
        text.Append("\n---\n\n").Append(MarkdownText.Escape(UnderstoodText.Of(report))).Append('\n');
        if (report.Result.Facts == FactState.NoAnswer) text.Append('\n').Append(MarkdownText.Escape(report.Texts.Fact.NoAnswer)).Append('\n');
        if (report.Result.Notices.Count == 0) return;
        text.Append($"\n## {MarkdownText.Escape(report.Texts.Label.Notices)}\n\n");
        foreach (var notice in report.Result.Notices) text.Append($"- {MarkdownText.Escape(report.Texts.Notice.Of(notice))}\n");
    }
}
