using Todoku.Diagnosis.Reports.Content;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>The table of receiving providers: those that refuse mail, a few of the others, and a row that sums up the rest.</summary>
internal static class ProviderSection
{
    private const int MostRows = 5;
    private const int FewestRows = 3;

    public static void Write(TextCanvas canvas, Report report)
    {
        // Those with failures first, each in the order of the diagnosis.
        var providers = report.Result.Providers.OrderBy(provider => provider.Deferred + provider.Bounced == 0).ToArray();
        if (providers.Length == 0) return;
        var shown = canvas.Verbose ? providers.Length : ShownRows(providers);
        var rows = providers.Take(shown).Select(provider => ProviderRow.Of(provider, report.Texts)).ToList();
        if (shown < providers.Length) rows.Add(ProviderRow.Sum([.. providers.Skip(shown)], report.Texts));
        canvas.Section(report.Texts.Label.Providers);
        new ProviderTable(canvas, report.Texts, rows).Write();
    }

    // One row too many is no longer than a row that sums it up.
    private static int ShownRows(ProviderSummary[] providers)
    {
        var failing = providers.Count(provider => provider.Deferred + provider.Bounced > 0);
        var wanted = Math.Clamp(failing, FewestRows, MostRows);
        return providers.Length <= wanted + 1 ? providers.Length : wanted;
    }
}
