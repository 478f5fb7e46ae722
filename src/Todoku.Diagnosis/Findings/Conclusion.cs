using Todoku.Diagnosis.Plans;
using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Findings;

/// <summary>Draws the result from a timeline, which stays as it is.</summary>
internal sealed class Conclusion(MailTimeline timeline, TimeSpan offset)
{
    public DiagnosisResult Draw(Understanding understood, IReadOnlyList<Notice> notices)
    {
        var context = new FindingContext(timeline);
        foreach (var source in FindingSources.All) source.Find(context);
        var sorted = FindingOrder.Sort(FindingMerger.Merge(context.Drafts));
        var plan = new PlanBuilder(timeline.Knowledge);
        return new DiagnosisResult
        {
            Verdict = VerdictPolicy.Decide(understood, sorted, timeline.Attempts),
            Understood = understood,
            Period = timeline.Span.IsEmpty ? null : new Period(Time(timeline.Span.First), Time(timeline.Span.Last)),
            Hosts = timeline.Hosts.Names,
            Providers = ProviderSummaries.Of(context, offset),
            Findings = [.. sorted.Select(draft => ToFinding(draft, sorted, plan))],
            Plan = plan.Build(sorted),
            Notices = [.. notices, .. TimelineNotices.Of(timeline, notices)],
        };
    }

    private Finding ToFinding(FindingDraft draft, List<FindingDraft> sorted, PlanBuilder plan) => new()
    {
        Kind = draft.Kind,
        Cause = draft.Cause,
        Provider = draft.Provider,
        Fault = draft.Fault,
        IsCurrent = draft.IsCurrent,
        Count = draft.Count,
        Messages = draft.Messages,
        Recipients = draft.Recipients,
        Since = Time(draft.First),
        Until = Time(draft.Last),
        Recovery = draft.Recovery is { } over ? new Recovery(Time(over.From), over.Delivered, over.Relayed, over.Relay) : null,
        Identity = draft.Identity,
        Values = draft.Values,
        Evidence = draft.Evidence,
        Explains = [.. draft.Explains.Select(other => sorted.IndexOf(other)).Where(index => index >= 0).Order()],
        Article = draft.Article?.Id ?? draft.Kind,
        Steps = plan.StepsOf(draft),
    };

    private DateTimeOffset Time(long utcTicks) => Times.At(utcTicks, offset);
}
