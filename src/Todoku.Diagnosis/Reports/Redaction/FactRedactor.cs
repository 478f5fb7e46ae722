using Todoku.Diagnosis.Checks;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Reports.Redaction;

/// <summary>
/// Masks facts of DNS. Where the sender is to be hidden, evidence is left out as a whole and of values only harmless ones stay: answers of DNS name the
/// sender in too many forms (reversed addresses, neighbours, names of hosts) to be masked word by word.
/// </summary>
internal sealed class FactRedactor(RedactionLevel level, TextMask mask)
{
    private const string Hidden = "...";

    private static readonly string[] Harmless =
        [ReplyValueNames.Blocklist, CheckValueNames.Count, CheckValueNames.Most, CheckValueNames.List, CheckValueNames.Listing, CheckValueNames.Reason];

    // Values of steps that only facts bring along, and that name other things of the sender's than its domain and address.
    private static readonly string[] OfFactsAlone = [CheckValueNames.Record, CheckValueNames.Name, CheckValueNames.Names, CheckValueNames.Term, CheckValueNames.Network];

    private bool HidesSender => level == RedactionLevel.SenderToo;

    public FindingFact Redact(FindingFact fact) => fact with
    {
        Result = fact.Result with
        {
            Subject = Value(fact.Result.Subject),
            Evidence = HidesSender ? [] : [.. fact.Result.Evidence.Select(mask.Apply)],
            Values = [.. fact.Result.Values.Select(Redact)],
            Records = Redact(fact.Result.Records),
        },
    };

    /// <summary>Records keep their kind (<c>v=spf1</c>) when the sender is hidden: their parts name its other servers.</summary>
    public IReadOnlyList<PublishedRecord> Redact(IReadOnlyList<PublishedRecord> records) => [.. records.Select(Redact)];

    /// <summary>A value of a step.</summary>
    public ReplyValue RedactOfStep(ReplyValue value) => value with { Value = OfFactsAlone.Contains(value.Name) ? Value(value.Value) : mask.Apply(value.Value) };

    private ReplyValue Redact(ReplyValue value) => Harmless.Contains(value.Name) ? value : value with { Value = Value(value.Value) };

    private PublishedRecord Redact(PublishedRecord record)
    {
        var name = mask.Apply(record.Name.ToString());
        var value = HidesSender ? $"{record.Value.Split(' ')[0]} {Hidden}" : mask.Apply(record.Value);
        return new PublishedRecord(DomainName.TryParse(name, out var masked) ? masked : record.Name, record.Type, value);
    }

    // What no mask has touched may be the sender's in a form that is not known as such.
    private string Value(string text)
    {
        var masked = mask.Apply(text);
        return HidesSender && masked == text ? Hidden : masked;
    }
}
