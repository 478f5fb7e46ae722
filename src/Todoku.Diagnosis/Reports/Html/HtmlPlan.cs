using Todoku.Diagnosis.Reports.Content;

namespace Todoku.Diagnosis.Reports.Html;

/// <summary>The plan.</summary>
internal static class HtmlPlan
{
    public static void Write(HtmlWriter html, Report report)
    {
        if (report.Plan.Count == 0) return;
        var label = report.Texts.Label;
        html.Open("section", "plan").Element("h2", label.Plan).Open("ol");
        foreach (var step in report.Plan)
        {
            html.Open("li").Open("div", "do");
            HtmlBlocks.Write(html, step.Do);
            html.Close().Open("div", "why");
            foreach (var (name, text) in new[] { (label.Why, step.Why), (label.Check, step.Verify), (label.IfRefused, step.IfRefused) })
                if (text.Length > 0) HtmlBlocks.Write(html, text, name);
            html.Close().CloseLine();
        }
        html.Close().CloseLine();
    }
}
