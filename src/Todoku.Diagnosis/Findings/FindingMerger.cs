namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Joins findings of one cause at many receivers that have no name of their own: when more than <see cref="MaxApart"/> of them tell the same, the
/// smaller ones become one finding for all. A blocklist that three hundred small receivers use is one thing to mend.
/// </summary>
internal static class FindingMerger
{
    private const int MaxApart = 5;
    private const int MaxEvidence = 4;

    public static List<FindingDraft> Merge(IReadOnlyList<FindingDraft> drafts)
    {
        var merged = new List<FindingDraft>(drafts.Where(draft => !IsSmall(draft)));
        var joinedOf = new Dictionary<FindingDraft, FindingDraft>();
        foreach (var same in drafts.Where(IsSmall).GroupBy(draft => (draft.Kind, draft.Cause, draft.IsCurrent, draft.Fault, draft.HasHealed)))
        {
            var bySize = same.OrderByDescending(draft => draft.Messages).ThenByDescending(draft => draft.Count).ToArray();
            if (bySize.Length <= MaxApart)
            {
                merged.AddRange(bySize);
                continue;
            }
            var joined = Join(bySize);
            merged.Add(joined);
            foreach (var part in bySize) joinedOf[part] = joined;
        }
        if (joinedOf.Count > 0) RepointExplanations(drafts, merged, joinedOf);
        return merged;
    }

    private static bool IsSmall(FindingDraft draft) => draft is { IsNote: false, Provider.IsKnown: false };

    private static FindingDraft Join(FindingDraft[] bySize)
    {
        var largest = bySize[0];
        return new FindingDraft
        {
            Kind = largest.Kind,
            Cause = largest.Cause,
            Provider = null,
            IsCurrent = largest.IsCurrent,
            HasHealed = largest.HasHealed,
            Count = bySize.Sum(draft => draft.Count),
            Messages = bySize.Sum(draft => draft.Messages),
            Recipients = bySize.Sum(draft => draft.Recipients),
            First = bySize.Min(draft => draft.First),
            Last = bySize.Max(draft => draft.Last),
            Identity = largest.Identity,
            Values = largest.Values,
            Evidence = [.. bySize.SelectMany(draft => draft.Evidence.Take(1)).Take(MaxEvidence)],
            Article = largest.Article,
            FaultOverride = largest.FaultOverride,
        };
    }

    // What one part explains, the joined finding explains; what explains a part, explains the joined one.
    private static void RepointExplanations(
        IReadOnlyList<FindingDraft> drafts, List<FindingDraft> merged, Dictionary<FindingDraft, FindingDraft> joinedOf)
    {
        foreach (var part in drafts)
        {
            if (joinedOf.TryGetValue(part, out var joined)) joined.Explains.AddRange(part.Explains);
        }
        foreach (var draft in merged.Where(draft => draft.Explains.Count > 0))
        {
            FindingDraft[] explained = [.. draft.Explains.Select(other => joinedOf.GetValueOrDefault(other, other)).Distinct()];
            draft.Explains.Clear();
            draft.Explains.AddRange(explained);
        }
    }
}
