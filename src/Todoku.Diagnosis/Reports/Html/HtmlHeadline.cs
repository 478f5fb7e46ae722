using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Html;

/// <summary>The overall answer, and the few numbers that go with it.</summary>
internal static class HtmlHeadline
{
    public static void Write(HtmlWriter html, Report report)
    {
        var label = report.Texts.Label;
        html.Open("header").Element("p", "brand", label.Title);
        html.Open("div", $"answer {ClassOf(report.Result.Verdict)}").Element("h1", report.Headline.Answer);
        foreach (var detail in report.Headline.Details) html.Element("p", detail);
        html.CloseLine();
        if (report.Clock.Period.Length > 0) html.Element("p", "scope", label.Scope(report.Clock.Period, label.Join(report.Result.Hosts)));
        WriteNumbers(html, report);
        html.CloseLine();
    }

    private static void WriteNumbers(HtmlWriter html, Report report)
    {
        var (label, providers) = (report.Texts.Label, report.Result.Providers);
        if (providers.Count == 0) return;
        html.Open("dl", "numbers");
        WriteNumber(html, "", label.Attempts, providers.Sum(p => p.Attempts));
        WriteNumber(html, "delivered", label.Delivered, providers.Sum(p => p.Delivered));
        WriteNumber(html, "deferred", label.Deferred, providers.Sum(p => p.Deferred));
        WriteNumber(html, "bounced", label.Bounced, providers.Sum(p => p.Bounced));
        html.CloseLine();
    }

    private static void WriteNumber(HtmlWriter html, string cssClass, string name, long value) =>
        html.Open("div", cssClass).Element("dt", name).Element("dd", Figures.Number(value)).Close();

    private static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.NothingToDo => "good",
        Verdict.ActionNeeded => "bad",
        Verdict.NotEnoughEvidence => "unsure",
        Verdict.NotUnderstood => "unsure",
    };
}
