using System.Text;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Html;

/// <summary>The whole report as one HTML file that needs nothing else: no script, no font, no image from elsewhere; light and dark.</summary>
internal sealed class HtmlReport : ReportFormat
{
    // Nothing may be loaded or run, whatever a stranger managed to get into a log.
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    public override string Name => "html";

    public override void Write(Report report, Stream output, ReportLayout layout)
    {
        var html = new HtmlWriter();
        html.Open("html", ("lang", report.Texts.Language == Language.Japanese ? "ja" : "en"));
        WriteHead(html, report);
        html.Open("body").Open("main");
        HtmlHeadline.Write(html, report);
        HtmlTimeline.Write(html, report);
        HtmlPlan.Write(html, report);
        HtmlFindings.Write(html, report);
        HtmlProviders.Write(html, report);
        WriteFoot(html, report);
        html.CloseLine().CloseLine().CloseLine();
        output.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void WriteHead(HtmlWriter html, Report report)
    {
        html.Open("head").Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentSecurityPolicy));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Element("title", $"{report.Headline.Answer} – Todoku");
        html.Style(StyleSheet());
        html.CloseLine();
    }

    private static void WriteFoot(HtmlWriter html, Report report)
    {
        html.Open("footer").Element("p", UnderstoodText.Of(report));
        if (report.Result.Facts == FactState.NoAnswer) html.Element("p", report.Texts.Fact.NoAnswer);
        if (report.Result.Notices.Count > 0)
        {
            html.Element("h2", report.Texts.Label.Notices).Open("ul");
            foreach (var notice in report.Result.Notices) html.Element("li", report.Texts.Notice.Of(notice));
            html.Close();
        }
        html.Element("p", "version", $"Todoku {report.Version}").CloseLine();
    }

    private static string StyleSheet()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css");
        if (stream is null) return "";
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
