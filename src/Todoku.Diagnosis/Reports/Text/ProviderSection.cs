using Todoku.Diagnosis.Reports.Content;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>The table of receiving providers: those that refuse mail, a few of the others, and a row that sums up the rest.</summary>
internal static class ProviderSection
{
    private const int MostRows = 5;
    private const int FewestRows = 3;

    public static void Write(TextCanvas canvas, Report report)
    {
        var providers = report.Result.Providers;
        if (providers.Count == 0) return;
        var shown = canvas.Verbose ? providers.Count : ShownRows(providers);
        var rows = providers.Take(shown).Select(provider => ProviderRow.Of(provider, report.Texts)).ToList();
        if (shown < providers.Count) rows.Add(ProviderRow.Sum([.. providers.Skip(shown)], report.Texts));
        canvas.Section(report.Texts.Label.Providers);
        new ProviderTable(canvas, report.Texts, rows).Write();
    }

    // Those that failed come first in the list. One row too many is no longer than a row that sums it up.
    private static int ShownRows(IReadOnlyList<ProviderSummary> providers)
    {
        var failing = providers.Count(provider => provider.Deferred + provider.Bounced > 0);
        var wanted = Math.Clamp(failing, FewestRows, MostRows);
        return providers.Count <= wanted + 1 ? providers.Count : wanted;
    }
}
