using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Finds backscatter: failure notices that this server sends to people who never wrote to it, because it takes mail (spam with a forged
/// sender) that it can't deliver. Raised when at least <see cref="MinStrangers"/> notices went to domains nobody here writes as, and these are a tenth of
/// all attempts or mostly fail.
/// </summary>
internal sealed class BackscatterFindings : IFindingSource
{
    private const int MinStrangers = 20;
    private const double ShareOfAll = 0.1;
    private const double ShareFailing = 0.3;

    public void Find(FindingContext context)
    {
        var (timeline, notices) = (context.Timeline, context.Timeline.Notices);
        if (notices.ToStrangers < MinStrangers) return;
        var failed = notices.Failures.Attempts;
        if (notices.ToStrangers < timeline.Attempts * ShareOfAll && failed < notices.ToStrangers * ShareFailing) return;
        var cause = notices.Failures.UnderlyingCauses?.Top ?? Cause.Policy;
        context.Drafts.Add(new FindingDraft
        {
            Kind = Situations.Backscatter,
            Cause = cause,
            Provider = null,
            IsCurrent = true,
            Count = failed,
            Messages = notices.Failures.Lost.Count,
            Recipients = notices.Failures.Recipients.Count,
            First = notices.First,
            Last = notices.Last,
            Identity = IdentityReader.Of(notices.Failures, timeline) with { EnvelopeDomain = "", EnvelopeDomains = 0 },
            Values = notices.Failures.Values.MostFrequent(),
            Evidence = [.. notices.Failures.Evidence.ToLines(), .. notices.SentToStrangers.ToLines().Take(2)],
            Article = context.Article(null, Situations.Backscatter, cause, ""),
            FaultOverride = Fault.Sender,
        });
    }
}
