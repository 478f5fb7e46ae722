using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>What sources of findings look at and add to.</summary>
internal sealed class FindingContext(MailTimeline timeline)
{
    private readonly Dictionary<string, IReadOnlyList<PhaseRecord>> _phases = new(StringComparer.Ordinal);
    private readonly Dictionary<FailureGroup, DistinctCounter> _messages = timeline.Pending.MessagesNotArrived();
    private readonly ArticleFinder _articles = new(timeline.Knowledge);

    public MailTimeline Timeline { get; } = timeline;

    public List<FindingDraft> Drafts { get; } = [];

    public IReadOnlyList<PhaseRecord> PhasesOf(ProviderTimeline provider)
    {
        if (!_phases.TryGetValue(provider.Provider.Id, out var phases)) _phases[provider.Provider.Id] = phases = provider.ToPhases();
        return phases;
    }

    /// <summary>Messages of a group that have not arrived.</summary>
    public long MessagesOf(FailureGroup group) => _messages.TryGetValue(group, out var counter) ? counter.Count : group.Lost.Count;

    public Article? Article(Provider? provider, string kind, Cause cause, string advice) => _articles.Find(provider, kind, cause, advice);

    // What was delivered at the provider since; nothing for a group that no provider counts deliveries for.
    private RecoveryDraft? RecoveryOf(FailureGroup group)
    {
        if (group.IsWatched || group.DeliveredFrom == 0) return null;
        var timeline = Timeline.Providers.Of(group.Provider);
        var relayed = timeline.Relayed - group.RelayedBefore;
        return new RecoveryDraft(group.DeliveredFrom, timeline.Delivered - group.DeliveredBefore, relayed, relayed == 0 ? "" : Timeline.Hosts.NameOf(timeline.LastRelay));
    }

    /// <summary>The findings of causes at a provider.</summary>
    public IEnumerable<FindingDraft> At(Provider provider) =>
        Drafts.Where(draft => draft is { IsNote: false, Provider: not null } && draft.Provider.Id == provider.Id
            && draft.Kind != Situations.ReturnPathMismatch);

    /// <summary>A draft from the counts and samples of a group.</summary>
    public FindingDraft DraftOf(FailureGroup group, string kind, Cause cause, Provider? provider, bool isCurrent, Fault? fault = null) => new()
    {
        Kind = kind,
        Cause = cause,
        Provider = provider,
        IsCurrent = isCurrent,
        Recovery = isCurrent ? null : RecoveryOf(group),
        HasHealed = group.HasHealed && CauseTraits.HealsByItself(cause),
        // A log may hold nothing but repetitions of a failure; they are what was seen then.
        Count = group.Attempts > 0 ? group.Attempts : group.Echoes,
        Messages = MessagesOf(group),
        Recipients = group.Recipients.Count,
        First = group.First,
        Last = group.Last,
        Identity = IdentityReader.Of(group, Timeline),
        Values = group.Values.MostFrequent(),
        Evidence = group.Evidence.ToLines(),
        Article = Article(provider, kind, cause, group.Advice),
        FaultOverride = fault,
    };
}
