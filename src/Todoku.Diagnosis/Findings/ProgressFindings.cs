using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Says that a change has helped though mail still fails: the provider's last two failing phases have different causes that the sender or
/// its network can mend, so the first is gone and the second is what is left.
/// </summary>
internal sealed class ProgressFindings : IFindingSource
{
    /// <summary>Value that holds the cause that is gone.</summary>
    public const string FromCause = "from_cause";

    /// <summary>Value that holds the cause that is left.</summary>
    public const string ToCause = "to_cause";

    public void Find(FindingContext context)
    {
        foreach (var provider in context.Timeline.Providers.All)
        {
            var failing = context.PhasesOf(provider).Where(phase => phase.IsFailing).ToArray();
            if (failing.Length < 2 || failing[^2].Cause is not { } before || failing[^1].Cause is not { } after) continue;
            if (before == after || !IsMendable(context, provider, before) || !IsMendable(context, provider, after)) continue;
            // Where mail arrives again nothing is left to make progress with.
            if (context.PhasesOf(provider)[^1].Cause != after) continue;
            if (provider.FindGroup(after) is { } group) context.Drafts.Add(DraftOf(context, group, before, failing[^1]));
        }
    }

    private static FindingDraft DraftOf(FindingContext context, FailureGroup group, Cause before, PhaseRecord phase) => new()
    {
        Kind = Situations.Progress,
        Cause = group.Cause,
        Provider = group.Provider,
        IsCurrent = true,
        IsNote = true,
        Count = phase.Failed,
        Messages = 0,
        Recipients = 0,
        First = phase.From,
        Last = phase.To,
        Identity = IdentityReader.Of(group, context.Timeline),
        Values = [new ReplyValue(FromCause, before.Id), new ReplyValue(ToCause, group.Cause.Id)],
        Evidence = [],
        Article = context.Article(group.Provider, Situations.Progress, group.Cause, ""),
        FaultOverride = Fault.Nobody,
    };

    private static bool IsMendable(FindingContext context, ProviderTimeline provider, Cause cause) =>
        (context.At(provider.Provider).FirstOrDefault(draft => draft.Cause == cause)?.Fault ?? CauseTraits.DefaultFault(cause))
        is Fault.Sender or Fault.Network;
}
