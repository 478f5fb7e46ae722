using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dmarc;

/// <summary>Puts together results about the record, with the values that all texts about DMARC name.</summary>
internal static class DmarcResults
{
    /// <summary>A result.</summary>
    public static CheckResult Of(ICheck check, DmarcPublication publication, string outcome, CheckStatus status, params IReadOnlyList<ReplyValue> values) =>
        new(check.Id, outcome, status, publication.From.ToString())
        {
            Evidence = publication.Evidence,
            Values =
            [
                new ReplyValue(ReplyValueNames.Domain, publication.From.ToString()),
                new ReplyValue(ReplyValueNames.DmarcDomain, (publication.Discovery.Domain ?? publication.From).ToString()),
                .. values,
            ],
        };
}
