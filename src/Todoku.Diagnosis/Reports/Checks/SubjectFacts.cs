using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Dkim;
using Todoku.Diagnosis.Plans;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Checks;

/// <summary>What is known of the sender, as lines under the headline.</summary>
public static class SubjectFacts
{
    private const int MaxSelectors = 8;

    /// <summary>The lines.</summary>
    public static IReadOnlyList<(string Label, string Value)> Of(CheckSubject subject, ReportTexts texts)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(texts);
        var words = texts.Check;
        List<(string, string)> facts = [];
        if (subject.DomainOrigin != FactOrigin.Given) facts.Add((words.Domain, Known(subject.Domain.ToString(), subject.DomainOrigin, words)));
        if (subject.RelayHost is { } relay) facts.Add((words.Relay, Known(relay.ToString(), FactOrigin.Postfix, words)));
        return
        [
            .. facts,
            (words.Addresses, subject.Addresses.Count == 0 ? words.Unknown : Known(Joined(subject.Addresses.Select(address => address.ToString()), texts), subject.AddressOrigin, words)),
            (words.Helo, subject.HeloName is { } helo ? Known(helo.ToString(), subject.HeloOrigin, words) : words.Unknown),
            (words.ReturnPath, subject.ReturnPathDomain is { } sender ? Known(sender.ToString(), subject.ReturnPathOrigin, words) : words.Unknown),
            (words.Selectors, Selectors(subject, texts)),
        ];
    }

    /// <summary>What steps may name in placeholders.</summary>
    public static IReadOnlyList<ReplyValue> ValuesOf(CheckSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        List<ReplyValue> values = [new(PlanValues.SenderDomain, subject.Domain.ToString()), new(ReplyValueNames.Domain, subject.Domain.ToString()), new(CheckValueNames.MailHost, MailHost(subject))];
        values.Add(new ReplyValue(CheckValueNames.ReverseName, MailHost(subject)));
        if (subject.Addresses is [var address, ..]) values.Add(new ReplyValue(ReplyValueNames.Ip, address.ToString()));
        if (subject.HeloName is { } helo) values.AddRange([new ReplyValue(PlanValues.Host, helo.ToString()), new ReplyValue(ReplyValueNames.Helo, helo.ToString())]);
        values.Add(new ReplyValue(ReplyValueNames.DkimDomain, subject.Domain.ToString()));
        if (subject.Selectors.FirstOrDefault(hint => hint.Origin != SelectorOrigin.Guess) is { } hint)
            values.AddRange([new ReplyValue(ReplyValueNames.DkimSelector, hint.Selector), new ReplyValue(CheckValueNames.NewSelector, NextSelector.After(hint.Selector))]);
        return values;
    }

    // With their domain where it is not the one that is checked, each origin once.
    private static string Selectors(CheckSubject subject, ReportTexts texts) => Joined(
        subject.Selectors.Where(hint => hint.Origin != SelectorOrigin.Guess).GroupBy(hint => (hint.Origin, hint.Service)).Select(group =>
            texts.Check.Known(texts.Label.Join([.. group.Take(MaxSelectors).Select(hint => hint.Domain.Equals(subject.Domain) ? hint.Selector : $"{hint.Selector} (d={hint.Domain})")]),
                texts.Check.Origin(group.Key.Origin, group.Key.Service))),
        texts);

    // A name in the sender's own domain; where the server has none yet, the usual one.
    private static string MailHost(CheckSubject subject) =>
        subject.HeloName is { } helo && !helo.Equals(subject.Domain) && helo.IsWithin(subject.Domain) ? helo.ToString() : $"mail.{subject.Domain}";

    private static string Known(string value, FactOrigin origin, CheckTexts words) => words.Known(value, words.Origin(origin));

    private static string Joined(IEnumerable<string> values, ReportTexts texts) => values.ToArray() is { Length: > 0 } known ? texts.Label.Join(known) : texts.Check.Unknown;
}
