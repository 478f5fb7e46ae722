using Todoku.Diagnosis.Findings;

namespace Todoku.Diagnosis.Plans;

/// <summary>
/// Decides which findings a plan is made for: what still fails and has not healed. What is past needs no step, notes have none, and of
/// findings that need no act (recipients' own faults) the steps are those that the recipients or the list's keeper take.
/// </summary>
internal static class PlanScope
{
    public static bool IsPlanned(FindingDraft finding) => finding is { IsNote: false, IsCurrent: true, HasHealed: false };
}
