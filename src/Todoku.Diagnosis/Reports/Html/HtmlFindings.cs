using Todoku.Diagnosis.Reports.Content;

namespace Todoku.Diagnosis.Reports.Html;

/// <summary>The findings with their evidence.</summary>
internal static class HtmlFindings
{
    public static void Write(HtmlWriter html, Report report)
    {
        if (report.Findings.Count == 0) return;
        html.Open("section", "findings").Element("h2", report.FindingsTitle);
        foreach (var finding in report.Findings) WriteFinding(html, report, finding);
        html.CloseLine();
    }

    private static void WriteFinding(HtmlWriter html, Report report, ReportFinding item)
    {
        var (label, finding) = (report.Texts.Label, item.Finding);
        html.Open("article", finding.IsCurrent ? "current" : "past").Open("h3").Text($"{item.Number}. {FindingFacts.Heading(report, item)} ");
        html.Element("span", "state", finding.IsCurrent ? label.Current : label.Past).Close();
        html.Element("p", "facts", FindingFacts.Summary(report, item)).Element("p", "title", item.Title);
        if (item.Conclusion.Length > 0) html.Element("p", "title", item.Conclusion);
        if (FindingFacts.Recovery(report, finding) is { Length: > 0 } recovery) html.Element("p", "facts", recovery);
        if (item.Means.Length > 0) HtmlBlocks.Write(html, item.Means);
        WriteIdentities(html, report, finding);
        if (finding.Evidence.Count > 0) html.Element("h4", label.Evidence).Element("pre", "log", string.Join('\n', finding.Evidence));
        WriteFacts(html, report, item);
        if (item.Verify.Length > 0) HtmlBlocks.Write(html, item.Verify, label.Verify);
        html.CloseLine();
    }

    private static void WriteFacts(HtmlWriter html, Report report, ReportFinding item)
    {
        if (item.Facts.Count == 0) return;
        html.Element("h4", report.Texts.Fact.Now).Open("ul");
        foreach (var fact in item.Facts) html.Element("li", FactText.Line(report, fact));
        html.Close();
        if (item.Finding.IsContradicted) html.Element("p", report.Texts.Fact.Contradiction(report.Clock.Moment(item.Finding.Until)));
        var evidence = item.Facts.Where(fact => fact.Fact.IsTelling).SelectMany(fact => fact.Fact.Result.Evidence).Distinct().ToArray();
        if (evidence.Length > 0) html.Element("pre", "log", string.Join('\n', evidence));
    }

    private static void WriteIdentities(HtmlWriter html, Report report, Finding finding)
    {
        var values = FindingFacts.Identities(report, finding);
        if (values.Count == 0) return;
        html.Open("dl", "values");
        foreach (var value in values) html.Open("div").Element("dt", value.Name).Element("dd", value.Value).Close();
        html.Close();
    }
}
