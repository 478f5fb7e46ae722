using System.Globalization;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Html;

/// <summary>Attempts over time as an SVG of stacked bars: delivered below, deferred, bounced on top.</summary>
internal static class DeliveryChart
{
    private const int Width = 900;
    private const int Height = 150;
    private const int Left = 46;
    private const int Right = 4;
    private const int Top = 8;
    private const int Bottom = 20;
    private const int MostTicks = 8;
    private const double Gap = 0.18;

    public static void Write(HtmlWriter html, ProviderSummary provider, Report report)
    {
        var buckets = provider.Buckets;
        var top = Math.Max(1, NiceCeiling(buckets.Max(bucket => bucket.Delivered + bucket.Deferred + bucket.Bounced)));
        html.Open("svg", ("viewBox", $"0 0 {Width} {Height}"), ("role", "img"), ("aria-label", $"{report.Texts.Label.OverTime}: {provider.Provider.Name(report.Texts.Language)}"));
        WriteGrid(html, top);
        WriteDays(html, buckets, report.Texts);
        foreach (var (at, bucket) in buckets.Index()) WriteBar(html, bucket, X(at, buckets.Count), BarWidth(buckets.Count), top, report);
        html.CloseLine();
    }

    private static void WriteGrid(HtmlWriter html, long top)
    {
        foreach (var value in new[] { 0, top / 2, top }.Distinct())
        {
            var y = Number(Y(value, top));
            html.Open("line", ("class", "grid"), ("x1", $"{Left}"), ("x2", $"{Width - Right}"), ("y1", y), ("y2", y)).Close();
            html.Open("text", ("class", "axis"), ("x", $"{Left - 6}"), ("y", y), ("text-anchor", "end"), ("dy", "0.32em")).Text(Figures.Number(value)).Close();
        }
    }

    // A tick where a day begins, or every few days when there are many.
    private static void WriteDays(HtmlWriter html, IReadOnlyList<TimeBucket> buckets, ReportTexts texts)
    {
        var starts = buckets.Index().Where(b => b.Index == 0 || b.Item.Start.Date != buckets[b.Index - 1].Start.Date).ToArray();
        var step = Math.Max(1, (int)Math.Ceiling(starts.Length / (double)MostTicks));
        foreach (var (at, bucket) in starts.Where((_, index) => index % step == 0))
            html.Open("text", ("class", "axis"), ("x", Number(X(at, buckets.Count))), ("y", $"{Height - 4}")).Text(texts.Time.Day(bucket.Start)).Close();
    }

    private static void WriteBar(HtmlWriter html, in TimeBucket bucket, double x, double width, long top, Report report)
    {
        if (bucket.Delivered + bucket.Deferred + bucket.Bounced == 0) return;
        var label = report.Texts.Label;
        (string Class, string Name, long Count)[] parts =
        [
            ("delivered", label.Delivered, bucket.Delivered),
            ("deferred", label.Deferred, bucket.Deferred),
            ("bounced", label.Bounced, bucket.Bounced),
        ];
        var counts = parts.Select(part => $"{part.Name} {Figures.Number(part.Count)}");
        html.Open("g").Element("title", string.Join('\n', counts.Prepend(report.Clock.Moment(bucket.Start))));
        long below = 0;
        foreach (var (cssClass, _, count) in parts)
        {
            if (count == 0) continue;
            var y = Y(below + count, top);
            html.Open("rect", ("class", cssClass), ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(Y(below, top) - y))).Close();
            below += count;
        }
        html.Close();
    }

    private static double X(int at, int count) => Left + ((Width - Left - Right) * at / (double)count);

    private static double BarWidth(int count) => (Width - Left - Right) / (double)count * (1 - Gap);

    private static double Y(long value, long top) => Height - Bottom - ((Height - Top - Bottom) * value / (double)top);

    // 1, 2, 5 times a power of ten.
    private static long NiceCeiling(long value)
    {
        long power = 1;
        while (power * 10 < value) power *= 10;
        foreach (var factor in new[] { 1, 2, 5 })
            if (power * factor >= value) return power * factor;
        return power * 10;
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
