using Todoku.Diagnosis.Reports.Content;
namespace Todoku.Diagnosis.Reports.Markdown;
internal sealed class MarkdownReport : ReportFormat { public override string Name => "markdown"; public override void Write(Report report, Stream output, ReportLayout layout) { } }
