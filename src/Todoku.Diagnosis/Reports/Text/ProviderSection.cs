using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>The table of receiving providers.</summary>
internal static class ProviderSection
{
    private const int NumberWidth = 10;
    private const int ShareWidth = 8;
    private const int ShortRows = 5;
    private const int WideFrom = 110;

    public static void Write(TextCanvas canvas, Report report)
    {
        var providers = report.Result.Providers;
        if (providers.Count == 0) return;
        var columns = ProviderColumns.For(canvas.Width);
        var label = report.Texts.Label;
        canvas.Section(label.Pair(label.Providers, label.Scope(report.Clock.Period, HostsOf(report))));
        canvas.Write(Columns.Left("  " + label.Provider, columns.Name), Ink.Faint)
            .Write(Columns.Right(label.Attempts, NumberWidth), Ink.Faint)
            .Write(Columns.Right(label.Delivered, NumberWidth), Ink.Faint)
            .Write(Columns.Right(label.Failed, NumberWidth), Ink.Faint)
            .Write(Columns.Right(label.FailedShare, ShareWidth), Ink.Faint)
            .Write("  ").Write(Columns.Left(columns.Cause > 0 ? label.MainCause : "", columns.Cause), Ink.Faint)
            .Write(label.OverTime, Ink.Faint).EndLine();

        // One row too many is no shorter than a row that sums it up.
        var shown = canvas.Verbose || providers.Count <= ShortRows + 1 ? providers.Count : ShortRows;
        foreach (var provider in providers.Take(shown)) WriteRow(canvas, columns, report.Texts, provider);
        if (shown < providers.Count) WriteRest(canvas, columns, report.Texts, [.. providers.Skip(shown)]);
    }

    private static string HostsOf(Report report)
    {
        const int most = 3;
        var hosts = report.Result.Hosts;
        return hosts.Count > most ? report.Texts.Label.Join([.. hosts.Take(most), "…"]) : report.Texts.Label.Join(hosts);
    }

    private static void WriteRow(TextCanvas canvas, ProviderColumns columns, ReportTexts texts, ProviderSummary provider)
    {
        var failed = provider.Deferred + provider.Bounced;
        var cause = provider.Causes is [var first, ..] ? texts.Cause.Of(first.Cause) : "";
        WriteNumbers(canvas, columns, provider.Provider.Name(texts.Language), provider.Attempts, provider.Delivered, failed);
        canvas.Write("  ").Write(Columns.Left(cause, columns.Cause))
            .Write(Sparkline.Of(provider.Buckets, columns.Chart), InkOf(failed, provider.Attempts)).EndLine();
    }

    private static void WriteRest(TextCanvas canvas, ProviderColumns columns, ReportTexts texts, IReadOnlyList<ProviderSummary> rest)
    {
        WriteNumbers(
            canvas, columns, texts.Count.OtherProviders(rest.Count),
            rest.Sum(p => p.Attempts), rest.Sum(p => p.Delivered), rest.Sum(p => p.Deferred + p.Bounced));
        canvas.EndLine();
    }

    private static void WriteNumbers(TextCanvas canvas, ProviderColumns columns, string name, long attempts, long delivered, long failed)
    {
        var share = attempts == 0 ? 0 : (double)failed / attempts;
        canvas.Write(Columns.Left("  " + name, columns.Name))
            .Write(Columns.Right(Figures.Number(attempts), NumberWidth))
            .Write(Columns.Right(Figures.Number(delivered), NumberWidth))
            .Write(Columns.Right(Figures.Number(failed), NumberWidth))
            .Write(Columns.Right(Figures.Percent(share), ShareWidth), InkOf(failed, attempts));
    }

    private static Ink InkOf(long failed, long attempts) =>
        failed == 0 ? Ink.Good : failed * 2 >= attempts ? Ink.Bad : failed * 10 >= attempts ? Ink.Doubtful : Ink.Plain;

    // Widths of the columns that depend on the width of the screen.
    private readonly record struct ProviderColumns(int Name, int Cause, int Chart)
    {
        public static ProviderColumns For(int width)
        {
            var chart = width >= WideFrom ? 24 : 14;
            var cause = width >= WideFrom ? 26 : 0;
            return new ProviderColumns(width - (NumberWidth * 3) - ShareWidth - 2 - cause - chart, cause, chart);
        }
    }
}
