using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Finds providers that refuse mail over IPv6 only: their replies say so, or at least <see cref="MinFailures"/> failures are nearly all over IPv6
/// while mail over IPv4 arrives.
/// </summary>
internal sealed class Ipv6Findings : IFindingSource
{
    private const int MinFailures = 3;
    private const double NearlyAll = 0.9;

    public void Find(FindingContext context)
    {
        foreach (var provider in context.Timeline.Providers.All)
        {
            var groups = provider.Groups.Where(group => CauseTraits.CountsForPhases(group.Cause) && group.OverIpv6 > 0).ToArray();
            if (groups.Length == 0) continue;
            var isOnly = FailsOverIpv6Only(provider);
            var hit = groups.Where(group => isOnly ? group.OverIpv6 >= group.Attempts * NearlyAll : group.NamesIpv6).ToArray();
            if (hit.Length > 0) Add(context, provider, hit);
        }
    }

    private static void Add(FindingContext context, ProviderTimeline provider, FailureGroup[] groups)
    {
        var main = groups.MaxBy(group => group.Attempts) ?? groups[0];
        var explained = context.At(provider.Provider).Where(draft => Array.Exists(groups, group => group.Cause == draft.Cause)).ToArray();
        var isCurrent = explained.Any(draft => draft.IsCurrent);
        var draft = context.DraftOf(main, Situations.Ipv6Only, main.Cause, provider.Provider, isCurrent);
        draft.Explains.AddRange(explained.Where(other => other.IsCurrent == isCurrent));
        context.Drafts.Add(draft);
    }

    private static bool FailsOverIpv6Only(ProviderTimeline provider)
    {
        var (failed, failedOverIpv6) = (0L, 0L);
        foreach (var group in provider.Groups.Where(group => CauseTraits.CountsForPhases(group.Cause)))
        {
            failed += group.Attempts;
            failedOverIpv6 += group.OverIpv6;
        }
        return failedOverIpv6 >= MinFailures && failedOverIpv6 >= failed * NearlyAll
            && provider.Delivered - provider.DeliveredOverIpv6 > 0
            && provider.DeliveredOverIpv6 * 4 < failedOverIpv6;
    }
}
