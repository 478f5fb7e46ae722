using Todoku.Diagnosis.Findings;

namespace Todoku.Diagnosis.Plans;

/// <summary>
/// Decides which findings a plan is made for: what still fails and has not healed. What is past needs no step, notes have none, and of
/// findings that need no act (recipients' own faults) the steps are those that the recipients or the list's keeper take. What a blocked
/// port or IPv6 explains goes away with it: its own steps would lead astray.
/// </summary>
internal static class PlanScope
{
    public static bool IsPlanned(FindingDraft finding, IReadOnlyList<FindingDraft> all) =>
        finding is { IsNote: false, IsCurrent: true, HasHealed: false } && !all.Any(root => ExplainsAllOf(root) && root.Explains.Contains(finding));

    private static bool ExplainsAllOf(FindingDraft root) => root.Kind is Situations.OutboundPort25Blocked or Situations.Ipv6Only;
}
