using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Finds domains whose mail the DKIM signer did not sign. When mail of that domain is refused for want of authentication it explains that; else it is
/// a thing to know.
/// </summary>
internal sealed class SigningFindings : IFindingSource
{
    private const int MaxFindings = 5;

    public void Find(FindingContext context)
    {
        foreach (var entry in context.Timeline.Signing.All.OrderByDescending(entry => entry.Count).Take(MaxFindings))
        {
            var explained = context.Drafts.Where(draft => IsExplained(draft, entry.Domain)).ToArray();
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
                Identity = new Identity { EnvelopeDomain = entry.Domain, EnvelopeDomains = 1, DkimDomain = entry.Domain, DkimSelector = entry.Selector },
                Values = [],
                Evidence = entry.Evidence.ToLines(),
                Article = context.Article(null, Situations.SigningMissing, Cause.DkimFail, ""),
                FaultOverride = Fault.Sender,
            };
            draft.Explains.AddRange(explained.Where(other => other.IsCurrent == isCurrent));
            context.Drafts.Add(draft);
        }
    }

    private static bool IsExplained(FindingDraft draft, string domain) =>
        draft.IsOfCause && draft.Cause is Cause.Unauthenticated or Cause.DkimFail or Cause.DmarcFail
        && domain.Length > 0 && draft.Identity.EnvelopeDomain == domain;
}
