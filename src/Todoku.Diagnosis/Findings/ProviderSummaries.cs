using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Findings;

/// <summary>Writes what happened to the mail for each provider, most failures first.</summary>
internal static class ProviderSummaries
{
    public static IReadOnlyList<ProviderSummary> Of(FindingContext context, TimeSpan offset)
    {
        var providers = context.Timeline.Providers.All.Where(provider => provider.Attempts > 0 || provider.Groups.Any());
        return
        [
            .. providers.Select(provider => Of(context, provider, offset))
                .OrderByDescending(summary => summary.Deferred + summary.Bounced - summary.RecipientFaults)
                .ThenByDescending(summary => summary.Attempts)
                .ThenBy(summary => summary.Provider.Id, StringComparer.Ordinal),
        ];
    }

    private static ProviderSummary Of(FindingContext context, ProviderTimeline provider, TimeSpan offset)
    {
        var causes = provider.Causes.ToCounts();
        var phases = context.PhasesOf(provider);
        return new ProviderSummary
        {
            Provider = provider.Provider,
            Attempts = provider.Attempts,
            Delivered = provider.Delivered,
            Deferred = provider.Deferred,
            Bounced = provider.Bounced,
            RecipientFaults = causes.Where(count => CauseTraits.IsRecipientFault(count.Cause)).Sum(count => count.Count),
            Causes = causes,
            Phases = [.. phases.Select((phase, index) => ToPhase(phase, index == phases.Count - 1, offset))],
            Buckets = provider.ToBuckets(offset),
        };
    }

    private static Phase ToPhase(PhaseRecord phase, bool isCurrent, TimeSpan offset) =>
        new(Times.At(phase.From, offset), Times.At(phase.To, offset), phase.Cause, phase.Failed, phase.Delivered, isCurrent);
}
