using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>Finds that outbound port 25 is, or was, blocked, by <see cref="Port25Policy"/>.</summary>
internal sealed class Port25Findings : IFindingSource
{
    public void Find(FindingContext context)
    {
        var port25 = context.Timeline.Port25;
        if (Port25Policy.IsBlocked(port25.Open, hasEnded: false)) Add(context, port25.Open, isCurrent: true);
        else if (port25.LongestPast is { } past && Port25Policy.IsBlocked(past, hasEnded: true)) Add(context, past, isCurrent: false);
    }

    private static void Add(FindingContext context, Port25Ledger.Stretch stretch, bool isCurrent)
    {
        var provider = stretch.Providers.Count == 1 ? stretch.Providers[0] : null;
        var explained = context.Drafts.Where(draft => draft.IsOfCause && draft.IsCurrent == isCurrent && IsPartOf(draft, stretch)).ToArray();
        var draft = new FindingDraft
        {
            Kind = Situations.OutboundPort25Blocked,
            Cause = explained.MaxBy(other => other.Count)?.Cause ?? Cause.ConnectionTimeout,
            Provider = provider,
            IsCurrent = isCurrent,
            Count = stretch.Attempts > 0 ? stretch.Attempts : stretch.Failures,
            Messages = explained.Sum(other => other.Messages),
            Recipients = explained.Sum(other => other.Recipients),
            First = stretch.First,
            Last = stretch.Last,
            Identity = explained.Length > 0 ? explained[0].Identity : new Identity(),
            Values = [],
            Evidence = stretch.Evidence.ToLines(),
            Article = context.Article(null, Situations.OutboundPort25Blocked, Cause.ConnectionTimeout, ""),
            FaultOverride = Fault.Network,
        };
        draft.Explains.AddRange(explained);
        context.Drafts.Add(draft);
    }

    private static bool IsPartOf(FindingDraft draft, Port25Ledger.Stretch stretch) =>
        draft.Provider is { } provider && Port25Policy.IsSignOfBlock(draft.Cause, provider)
        && stretch.Providers.Any(tried => tried.Id == provider.Id) && draft.Last >= stretch.First;
}
