using System.Globalization;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Html;

/// <summary>The table of receiving providers.</summary>
internal static class HtmlProviders
{
    public static void Write(HtmlWriter html, Report report)
    {
        var (label, providers) = (report.Texts.Label, report.Result.Providers);
        if (providers.Count == 0) return;
        html.Open("section", "providers").Element("h2", label.Providers);
        WriteTable(html, report);
        html.CloseLine();
    }

    private static void WriteTable(HtmlWriter html, Report report)
    {
        var label = report.Texts.Label;
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr");
        foreach (var name in new[] { label.Provider, label.Attempts, label.Delivered, label.Deferred, label.Bounced, label.FailedShare, label.MainCause })
            html.Element("th", name);
        html.Close().Close().Open("tbody");
        foreach (var provider in report.Result.Providers) WriteRow(html, report.Texts, provider);
        html.Close().Close().CloseLine();
    }

    private static void WriteRow(HtmlWriter html, ReportTexts texts, ProviderSummary provider)
    {
        html.Open("tr").Element("th", provider.Provider.Name(texts.Language));
        foreach (var number in new[] { provider.Attempts, provider.Delivered, provider.Deferred, provider.Bounced }) html.Element("td", Figures.Number(number));
        var share = provider.Attempts == 0 ? 0 : (double)(provider.Deferred + provider.Bounced) / provider.Attempts;
        html.Open("td", "share").Open("span", ("class", "bar"), ("style", $"--share:{share.ToString("0.###", CultureInfo.InvariantCulture)}")).Close()
            .Text(texts.Count.Percent(share)).Close();
        html.Element("td", "cause", provider.Causes is [var first, ..] ? texts.Cause.Of(first.Cause) : "").CloseLine();
    }
}
