using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>Finds the account, script or client that is likely hacked, by <see cref="AbusePolicy"/>.</summary>
internal sealed class AbuseFindings : IFindingSource
{
    public void Find(FindingContext context)
    {
        var all = context.Timeline.Submitters.All;
        var totals = new AbusePolicy.Totals(all.Count, all.Sum(one => one.Attempts), all.Sum(one => one.Failures?.Attempts ?? 0));
        foreach (var submitter in all)
        {
            if (submitter.Failures is { } failures && AbusePolicy.IsAbuse(submitter, totals)) Add(context, submitter, failures);
        }
    }

    private static void Add(FindingContext context, SubmitterRecord submitter, FailureGroup failures)
    {
        var explained = context.Drafts.Where(draft => IsExplained(draft, submitter)).ToArray();
        var isCurrent = explained.Length == 0 || explained.Any(draft => draft.IsCurrent && !CauseTraits.IsRecipientFault(draft.Cause));
        var cause = CauseOf(failures.UnderlyingCauses ?? new CauseTally());
        var provider = submitter.IsRefusedBySeveral ? null : failures.Provider;
        var largest = explained.MaxBy(other => other.Count);
        var draft = new FindingDraft
        {
            Kind = Situations.SubmitterAbuse,
            Cause = cause,
            Provider = provider,
            IsCurrent = isCurrent,
            Count = failures.Attempts,
            Messages = failures.Lost.Count,
            Recipients = failures.Recipients.Count,
            First = failures.First,
            Last = failures.Last,
            Identity = (largest?.Identity ?? new Identity()) with { Submitter = submitter.Name, Submitters = 1 },
            Values = largest?.Values ?? [],
            Evidence = failures.Evidence.ToLines(),
            Article = context.Article(provider, Situations.SubmitterAbuse, cause, ""),
            FaultOverride = Fault.Sender,
        };
        draft.Explains.AddRange(explained.Where(other => other.IsCurrent == isCurrent));
        context.Drafts.Add(draft);
    }

    // What providers say of it tells more than that its guessed addresses don't exist.
    private static Cause CauseOf(CauseTally causes)
    {
        foreach (var (cause, _) in causes.ToCounts())
        {
            if (!CauseTraits.IsRecipientFault(cause)) return cause;
        }
        return causes.Top;
    }

    private static bool IsExplained(FindingDraft draft, SubmitterRecord submitter) =>
        draft.IsOfCause && CauseTraits.ComesOfAbuse(draft.Cause) && draft.Identity.Submitter == submitter.Name;
}
