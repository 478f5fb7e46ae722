using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Finds mail that is refused while its envelope sender is the sending host's own name.
/// <list type="table">
/// <item><term>raised</term><description>when such messages fail for a cause that this can bring about
/// (<see cref="CauseTraits.ComesOfReturnPath"/>), and at least <see cref="MinFailedShare"/> of such messages to the provider fail: cron mail that
/// arrives proves that it is no problem there.</description></item>
/// <item><term>explains</term><description>the causes at the provider whose failures at least half bear such a sender.</description></item>
/// </list>
/// </summary>
internal sealed class ReturnPathFindings : IFindingSource
{
    private const double MinFailedShare = 0.1;
    private const double MinExplainedShare = 0.5;

    public void Find(FindingContext context)
    {
        foreach (var provider in context.Timeline.Providers.All)
        {
            if (provider.OwnNameFailures is not { UnderlyingCauses: { } causes } group) continue;
            if (group.Attempts < (group.Attempts + provider.OwnNameDelivered) * MinFailedShare) continue;
            var explained = context.At(provider.Provider).Where(draft => IsExplained(draft, causes)).ToArray();
            if (explained.Length == 0) continue;
            var isCurrent = explained.Any(draft => draft.IsCurrent);
            var draft = context.DraftOf(group, Situations.ReturnPathMismatch, Cause.ReturnPathMismatch, provider.Provider, isCurrent);
            draft.Explains.AddRange(explained.Where(other => other.IsCurrent == isCurrent));
            context.Drafts.Add(draft);
        }
    }

    private static bool IsExplained(FindingDraft draft, CauseTally own) =>
        draft.IsOfCause && CauseTraits.ComesOfReturnPath(draft.Cause) && own[draft.Cause] > 0 && own[draft.Cause] >= draft.Count * MinExplainedShare;
}
