using Todoku.Diagnosis.Reports.Content;
namespace Todoku.Diagnosis.Reports.Html;
internal sealed class HtmlReport : ReportFormat { public override string Name => "html"; public override void Write(Report report, Stream output, ReportLayout layout) { } }
