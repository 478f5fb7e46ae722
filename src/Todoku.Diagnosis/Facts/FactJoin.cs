using System.Net;
using Todoku.Diagnosis.Checks;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Facts;

/// <summary>Puts what was found about an identity beside a finding, and says what each fact means for what the replies said (<see cref="FactBearing"/>).</summary>
internal sealed class FactJoin(KnowledgeBase knowledge)
{
    /// <summary>The facts for a finding; telling ones first.</summary>
    public IReadOnlyList<FindingFact> Of(Finding finding, FactSubject subject, IReadOnlyList<CheckResult> results)
    {
        var own = IdentityPlan.AddressesOf(finding);
        CheckResult[] concerning =
        [
            .. results.Where(result => result.Status != CheckStatus.NotApplicable && BearingOf(finding, subject, result) != Bearing.None && IsOf(own, result)),
        ];
        var hasFault = concerning.Any(result => result.Status is CheckStatus.Problem or CheckStatus.Warning && BearingOf(finding, subject, result) == Bearing.Direct);
        return
        [
            .. concerning.Select(result => new FindingFact(result, RelationOf(finding, BearingOf(finding, subject, result), result, hasFault)))
                .OrderBy(fact => PlaceOf(fact.Relation)).ThenBy(fact => fact.Result.Status),
        ];
    }

    private static Bearing BearingOf(Finding finding, FactSubject subject, CheckResult result) => FactBearing.Of(result.Check, finding.Cause, subject.IsFromKnown);

    private FactRelation RelationOf(Finding finding, Bearing bearing, CheckResult result, bool hasFault)
    {
        if (result.Status != CheckStatus.Pass) return OfListing(finding, result) ?? FactBearing.OfFault(result, bearing);
        return bearing == Bearing.Direct && !hasFault && FactBearing.IsDeciding(result.Check) && IsOfListNamed(finding, result) ? FactRelation.Contradicts : FactRelation.NoBearing;
    }

    // Another list than the one that the reply names does not confirm it.
    private static FactRelation? OfListing(Finding finding, CheckResult result)
    {
        if (finding.Cause != Cause.IpBlocklisted || result.Check != "ip-blocklist" || result.Status == CheckStatus.NotKnown) return null;
        var named = ValueOf(finding.Values, ReplyValueNames.Blocklist);
        return named.Length == 0 || named == ValueOf(result.Values, ReplyValueNames.Blocklist) ? null : FactRelation.Explains;
    }

    // "On no list" contradicts a reply only when the list that it names was among those that answered.
    private bool IsOfListNamed(Finding finding, CheckResult result)
    {
        if (result.Check != "ip-blocklist") return true;
        var named = ValueOf(finding.Values, ReplyValueNames.Blocklist);
        return IPAddress.TryParse(ValueOf(result.Values, ReplyValueNames.Ip), out var address)
            && knowledge.Blocklists.Where(list => list.Id == named).SelectMany(list => list.Zones).Any(zone => IsDenied(address, zone.Name, result.Evidence));
    }

    // Whether the zone answered to this very address that it does not list it.
    private static bool IsDenied(IPAddress address, string zone, IReadOnlyList<string> evidence) =>
        DomainName.TryParse(zone, out var origin) && ReverseName.TryMake(address, origin, out var name)
        && (evidence.Contains(DnsEvidence.Of(name, DnsRecordType.A, new DnsAnswer.NoSuchDomain(default))[0]) || evidence.Contains(DnsEvidence.Of(name, DnsRecordType.A, new DnsAnswer.NoData(default))[0]));

    // A subject may have the addresses of several findings.
    private static bool IsOf(IReadOnlyList<IPAddress> own, CheckResult result) =>
        own.Count == 0 || AddressesOf(result) is not { Length: > 0 } addresses || addresses.Any(own.Contains);

    private static IPAddress[] AddressesOf(CheckResult result) =>
        [.. result.Values.Where(value => value.Name == ReplyValueNames.Ip).Select(value => IPAddress.TryParse(value.Value, out var address) ? address : null).OfType<IPAddress>()];

    private static string ValueOf(IReadOnlyList<ReplyValue> values, string name) => values.FirstOrDefault(value => value.Name == name).Value ?? "";

    private static int PlaceOf(FactRelation relation) => relation switch
    {
        FactRelation.Contradicts => 0,
        FactRelation.Confirms => 1,
        FactRelation.Explains => 2,
        _ => 3,
    };
}
