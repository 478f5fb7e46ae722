using System.Text;
using Todoku.Diagnosis.Reports.Content;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>
/// The report for a terminal: one screen that answers, in this order, who refuses the mail, since when and why, what else is
/// wrong, and what to do. With <see cref="ReportLayout.Verbose"/> all of it.
/// </summary>
internal sealed class TextReport : ReportFormat
{
    public override string Name => "text";

    public override void Write(Report report, Stream output, ReportLayout layout)
    {
        var canvas = new TextCanvas(layout);
        HeadlineSection.Write(canvas, report);
        ProviderSection.Write(canvas, report);
        FindingSection.Write(canvas, report);
        PhaseSection.Write(canvas, report);
        PlanSection.Write(canvas, report.Texts, report.Plan);
        FootSection.Write(canvas, report);
        output.Write(Encoding.UTF8.GetBytes(canvas.ToString()));
    }
}
