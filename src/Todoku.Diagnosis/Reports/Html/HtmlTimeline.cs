using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Html;

/// <summary>How it went at the providers that had failures: a chart over time, and the phases.</summary>
internal static class HtmlTimeline
{
    private const int MostCharts = 6;

    public static void Write(HtmlWriter html, Report report)
    {
        var providers = report.Result.Providers.Where(p => p.Deferred + p.Bounced > 0 && p.Buckets.Count > 1).Take(MostCharts).ToArray();
        if (providers.Length == 0) return;
        html.Open("section", "timeline").Element("h2", report.Texts.Label.Phases);
        foreach (var provider in providers) WriteChart(html, report, provider);
        html.CloseLine();
    }

    private static void WriteChart(HtmlWriter html, Report report, ProviderSummary provider)
    {
        var (texts, label) = (report.Texts, report.Texts.Label);
        html.Open("figure").Open("figcaption").Element("h3", provider.Provider.Name(texts.Language));
        html.Open("span", "legend");
        foreach (var (cssClass, name) in new[] { ("delivered", label.Delivered), ("deferred", label.Deferred), ("bounced", label.Bounced) })
            html.Element("span", cssClass, name);
        html.Close().CloseLine();
        DeliveryChart.Write(html, provider, report);
        WritePhases(html, report, provider);
        html.CloseLine();
    }

    private static void WritePhases(HtmlWriter html, Report report, ProviderSummary provider)
    {
        if (provider.Phases.Count < 2) return;
        html.Open("ol", "phases");
        foreach (var phase in provider.Phases)
        {
            html.Open("li", phase.Cause is null ? "delivered" : "bounced").Element("span", "when", report.Clock.Stretch(phase.From, phase.To, phase.IsCurrent));
            html.Element("span", "what", phase.Cause is { } cause ? report.Texts.Cause.Of(cause) : report.Texts.Label.Delivered);
            html.Element("span", "count", phase.Cause is null ? Figures.Number(phase.Delivered) : report.Texts.Count.Failed(phase.Failed)).Close();
        }
        html.CloseLine();
    }
}
