using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Decides which finding comes first. The first difference in this table decides; then a finding that explains a symptom is lifted right
/// above it.
/// <list type="table">
/// <item><term>1 standing</term><description>what still fails; then what has stopped failing; then recipients' own faults, which nobody here can
/// mend; then what has healed by itself; notes (progress, delivery through a relay) last.</description></item>
/// <item><term>2 weight</term><description>a few strays (less than <see cref="StrayShare"/> of the messages of the largest finding, and fewer than <see cref="StrayMessages"/>)
/// come after what weighs.</description></item>
/// <item><term>3 whose fault</term><description>what the sender or its network can mend, then receivers' faults, then nobody's.</description></item>
/// <item><term>4 size</term><description>messages that did not arrive, then failed attempts.</description></item>
/// <item><term>5 sureness</term><description>what a reply says in words before what was concluded; then the older one; then by name.</description></item>
/// <item><term>root before symptom</term><description>return-path-mismatch, unauthenticated, spf-fail ... above spam-content, policy and unknown of the same provider;
/// a blocked port above time-outs; a hacked account above what it brought about; IPv6 above what fails over IPv6.</description></item>
/// </list>
/// </summary>
internal static class FindingOrder
{
    private const double StrayShare = 0.02;
    private const int StrayMessages = 10;

    public static List<FindingDraft> Sort(IReadOnlyList<FindingDraft> drafts)
    {
        var largest = drafts.Where(draft => draft is { IsNote: false, IsCurrent: true }).Select(Weight).DefaultIfEmpty(0).Max();
        var sorted = drafts
            .OrderBy(StandingOf)
            .ThenBy(draft => Weight(draft) < StrayMessages && Weight(draft) < largest * StrayShare)
            .ThenBy(draft => RankOf(draft.Fault))
            .ThenByDescending(draft => draft.Messages)
            .ThenByDescending(draft => draft.Count)
            .ThenBy(draft => !draft.IsOfCause)
            .ThenBy(draft => draft.First)
            .ThenBy(draft => draft.Provider?.Id, StringComparer.Ordinal)
            .ThenBy(draft => draft.Kind, StringComparer.Ordinal)
            .ToList();
        LiftRoots(sorted);
        return sorted;
    }

    /// <summary>Whether a finding has to stand above one that it explains.</summary>
    public static bool IsRootOf(FindingDraft root, FindingDraft explained) =>
        root.Kind is Situations.OutboundPort25Blocked or Situations.SubmitterAbuse or Situations.Ipv6Only
        || CauseTraits.IsSymptom(explained.Cause);

    // Roots are lifted from the least important symptom up, so that the root of the first finding ends on top.
    private static void LiftRoots(List<FindingDraft> sorted)
    {
        foreach (var root in sorted.ToArray().Reverse())
        {
            if (root.IsNote) continue;
            var first = sorted.FindIndex(draft => root.Explains.Contains(draft) && IsRootOf(root, draft) && draft.IsCurrent == root.IsCurrent);
            var own = sorted.IndexOf(root);
            if (first < 0 || first > own) continue;
            sorted.RemoveAt(own);
            sorted.Insert(first, root);
        }
    }

    private static long Weight(FindingDraft draft) => Math.Max(draft.Messages, Math.Min(draft.Count, draft.Recipients));

    private static int StandingOf(FindingDraft draft) =>
        draft.IsNote ? 4 : draft.HasHealed ? 3 : draft.Fault == Fault.Recipient ? 2 : draft.IsCurrent ? 0 : 1;

    private static int RankOf(Fault fault) => fault switch
    {
        Fault.Sender or Fault.Network => 0,
        Fault.Receiver => 1,
        Fault.Nobody => 2,
        _ => 3,
    };
}
