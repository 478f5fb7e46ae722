using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Finds domains whose mail the DKIM signer did not sign. When mail of that domain is refused for want of authentication it explains that; else it is
/// a thing to know. A line that names no domain is of the only domain that is refused so: on its host while it was said, or of all, when
/// there is but one signer and it has no host.
/// </summary>
internal sealed class SigningFindings : IFindingSource
{
    private const int MaxFindings = 5;

    // A message is signed before it is tried, and tried again for days; the last try need not be near.
    private const long Slack = TimeSpan.TicksPerHour;

    public void Find(FindingContext context)
    {
        foreach (var entry in context.Timeline.Signing.All.OrderByDescending(entry => entry.Count).Take(MaxFindings))
        {
            var domain = entry.Domain.Length > 0 ? entry.Domain : DomainOf(entry, context);
            var explained = context.Drafts.Where(draft => IsExplained(draft, domain)).ToArray();
            var isCurrent = explained.Length == 0 || explained.Any(draft => draft.IsCurrent);
            var draft = new FindingDraft
            {
                Kind = Situations.SigningMissing,
                Cause = Cause.DkimFail,
                Provider = explained.Length == 1 ? explained[0].Provider : null,
                IsCurrent = isCurrent,
                IsNote = explained.Length == 0,
                Count = entry.Count,
                Messages = explained.Sum(other => other.Messages),
                Recipients = explained.Sum(other => other.Recipients),
                First = entry.First,
                Last = entry.Last,
                Identity = new Identity { EnvelopeDomain = domain, EnvelopeDomains = 1, DkimDomain = entry.Domain, DkimSelector = entry.Selector },
                Values = [],
                Evidence = entry.Evidence.ToLines(),
                Article = context.Article(null, Situations.SigningMissing, Cause.DkimFail, ""),
                FaultOverride = Fault.Sender,
            };
            draft.Explains.AddRange(explained.Where(other => other.IsCurrent == isCurrent));
            context.Drafts.Add(draft);
        }
    }

    private static string DomainOf(SigningLedger.Entry entry, FindingContext context)
    {
        var refused = context.Drafts.Where(IsOfAuthentication).ToArray();
        if (entry.Host.Length > 0) refused = [.. refused.Where(draft => draft.Identity.Host == entry.Host && draft.First <= entry.Last + Slack && entry.First <= draft.Last + Slack)];
        else if (context.Timeline.Signing.All.Count > 1) return "";
        // A draft of several domains names the one that fails most.
        return refused.All(draft => draft.Identity.EnvelopeDomains == 1) && refused.Select(draft => draft.Identity.EnvelopeDomain).Distinct().ToArray() is [var only] ? only : "";
    }

    private static bool IsOfAuthentication(FindingDraft draft) => draft.IsOfCause && draft.Cause is Cause.Unauthenticated or Cause.DkimFail or Cause.DmarcFail;

    private static bool IsExplained(FindingDraft draft, string domain) =>
        IsOfAuthentication(draft) && domain.Length > 0 && draft.Identity.EnvelopeDomain == domain;
}
