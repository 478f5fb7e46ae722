using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>A row of the table of providers.</summary>
internal sealed record ProviderRow(string Name, long Attempts, long Delivered, long Failed, string Cause, IReadOnlyList<TimeBucket> Buckets)
{
    /// <summary>How a share of failures is shown.</summary>
    public Ink Ink => Failed == 0 ? Ink.Good : Failed * 2 >= Attempts ? Ink.Bad : Failed * 10 >= Attempts ? Ink.Doubtful : Ink.Plain;

    /// <summary>The row of one provider.</summary>
    public static ProviderRow Of(ProviderSummary provider, ReportTexts texts) => new(
        provider.Provider.Name(texts.Language), provider.Attempts, provider.Delivered, provider.Deferred + provider.Bounced,
        provider.Causes is [var first, ..] ? texts.Cause.Of(first.Cause) : "", provider.Buckets);

    /// <summary>The row of several providers together.</summary>
    public static ProviderRow Sum(IReadOnlyList<ProviderSummary> providers, ReportTexts texts) => new(
        texts.Count.OtherProviders(providers.Count), providers.Sum(p => p.Attempts), providers.Sum(p => p.Delivered),
        providers.Sum(p => p.Deferred + p.Bounced), "", []);
}
