using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>One finding for each cause at each provider.</summary>
internal sealed class CauseFindings : IFindingSource
{
    public void Find(FindingContext context)
    {
        foreach (var provider in context.Timeline.Providers.All.ToArray())
        {
            var phases = context.PhasesOf(provider);
            foreach (var group in provider.Groups)
            {
                var isCurrent = CurrencyPolicy.IsCurrent(group, provider, phases);
                context.Drafts.Add(context.DraftOf(group, KindOf(group), group.Cause, provider.Provider, isCurrent, FaultPolicy.Of(group.Cause, provider)));
            }
            if (provider is { Attempts: 0, ConnectionFailures: { } connections } && !provider.Groups.Any())
            {
                context.Drafts.Add(context.DraftOf(connections, connections.Cause.Id, connections.Cause, provider.Provider, isCurrent: true,
                    FaultPolicy.Of(connections.Cause, provider)));
            }
        }
    }

    private static string KindOf(FailureGroup group) =>
        group.Cause is Cause.IpBlocklisted or Cause.IpReputation && group.IsNetworkListing ? Situations.NetworkBlocklisted : group.Cause.Id;
}
