using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>Puts together results for one selector, with the values that all texts about DKIM keys name.</summary>
internal static class DkimResult
{
    /// <summary>A result for a selector's key.</summary>
    public static CheckResult Of(ICheck check, DkimPublication publication, string outcome, CheckStatus status, params IReadOnlyList<ReplyValue> values)
    {
        var hint = publication.Hint;
        return new CheckResult(check.Id, outcome, status, publication.Subject)
        {
            Evidence = publication.Evidence,
            Values =
            [
                new ReplyValue(CheckValueNames.Name, publication.Subject),
                new ReplyValue(ReplyValueNames.DkimSelector, hint.Selector),
                new ReplyValue(CheckValueNames.NewSelector, NextSelector.After(hint.Selector)),
                new ReplyValue(ReplyValueNames.DkimDomain, hint.Domain.ToString()),
                new ReplyValue(ReplyValueNames.Domain, hint.Domain.ToString()),
                .. values,
            ],
        };
    }

    /// <summary>A result for a domain as a whole.</summary>
    public static CheckResult Of(ICheck check, DomainName domain, string outcome, CheckStatus status, IReadOnlyList<string> evidence, params IReadOnlyList<ReplyValue> values) =>
        new(check.Id, outcome, status, domain.ToString()) { Evidence = evidence, Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString()), .. values] };
}
