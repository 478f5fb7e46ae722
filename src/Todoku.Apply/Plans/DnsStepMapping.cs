using System.Net;
using System.Net.Sockets;
using System.Text;
using Todoku.Apply.Changes;
using Todoku.Apply.NameServers;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Apply.Plans;

/// <summary>
/// Which steps of a plan are records that can be published here, for names within the zones that may be changed. What is in none of them stays for a person.
/// <list type="table">
/// <item><term>any step with exact records</term><description>those records. An SPF record after another one of the same name gives it its terms, and does not take its place.</description></item>
/// <item><term>publish-spf, add-ipv6-to-spf</term><description>the sending addresses (the latter: IPv6 alone) in the SPF records of the senders' domains.</description></item>
/// <item><term>add-relay-to-spf</term><description>the relay there; needs the term that names it.</description></item>
/// <item><term>publish-dmarc-none</term><description>a DMARC record with p=none where there is none. Reports have no address until a mailbox is made for them.</description></item>
/// <item><term>publish-dkim-key, make-dkim-key, renew-dkim-key</term><description>the record of the key, which the program that made it has written.</description></item>
/// <item><term>add-helo-address-record</term><description>the sending addresses at the HELO name, which must be given.</description></item>
/// </list>
/// </summary>
internal sealed class DnsStepMapping(ZoneAccess access, PlanValues values)
{
    private const string NoPolicy = "v=DMARC1; p=none";
    private readonly HashSet<DomainName> _spfOwners = [];

    /// <summary>What becomes of a step; null when it is none of these.</summary>
    public IReadOnlyList<MappedStep>? Map(PlannedStep step)
    {
        if (step.Records.Count > 0) return Publish(step, step.Records.Select(record => record.Read()), []);
        return step.Id switch
        {
            "publish-spf" => Terms(step, AddressTerms(step, isIPv6Alone: false)),
            "add-ipv6-to-spf" => Terms(step, AddressTerms(step, isIPv6Alone: true)),
            "add-relay-to-spf" => values.RelaySpf is { } term ? Terms(step, [term]) : Needs(step, step.SenderDomains, "--relay-spf"),
            "publish-dmarc-none" => Publish(step, [], step.AuthorDomains.Select(domain => new PlannedRecord($"_dmarc.{domain}", "TXT", NoPolicy).Read())),
            "publish-dkim-key" or "make-dkim-key" or "renew-dkim-key" => values.DkimRecord is { } text ? Publish(step, KeyRecords(text, step), []) : Needs(step, step.SigningDomains, "--dkim-record"),
            "add-helo-address-record" => values.HeloName is { } name && DomainName.TryParse(name, out var helo)
                ? Publish(step, AddressesOf(step).Select(address => PlannedRecord.OfAddress(helo, address)), [])
                : Needs(step, step.SenderDomains, "--name"),
            _ => null,
        };
    }

    private static IEnumerable<IPAddress> AddressesOf(PlannedStep step) => step.Addresses.Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>();

    private static IEnumerable<string> AddressTerms(PlannedStep step, bool isIPv6Alone) => AddressesOf(step)
        .Where(address => !isIPv6Alone || address.AddressFamily == AddressFamily.InterNetworkV6).Select(address => $"{(address.AddressFamily == AddressFamily.InterNetworkV6 ? "ip6" : "ip4")}:{address}");

    private IReadOnlyList<MappedStep> Needs(PlannedStep step, IReadOnlyList<string> domains, string option) =>
        domains.Any(domain => DomainName.TryParse(domain, out var name) && access.ZoneOf(name) is not null) ? [new MappedStep.NeedsValue(step, option)] : [new MappedStep.ByHand(step)];

    // Names are relative to the domain that signs, as opendkim-genkey writes them, or whole.
    private List<ZoneRecord> KeyRecords(string text, PlannedStep step)
    {
        var origin = step.SigningDomains.Concat(step.SenderDomains).FirstOrDefault(domain => DomainName.TryParse(domain, out var name) && access.ZoneOf(name) is not null) ?? access.Zones[0].ToString();
        try
        {
            return KeyRecordText.Find(text) is { } record ? [.. ZoneFile.Parse($"$ORIGIN {origin}.\n$TTL 3600\n{record}\n").Records] : [];
        }
        catch (ZoneFileException)
        {
            return [];
        }
    }

    private List<MappedStep> Terms(PlannedStep step, IEnumerable<string> terms)
    {
        var all = terms.ToArray();
        var owners = step.SenderDomains.Select(domain => DomainName.TryParse(domain, out var name) ? name : null).OfType<DomainName>();
        return Requests(step, [], [], [.. owners.SelectMany(owner => all.Select(term => new SpfTerm(owner, term)))]);
    }

    private List<MappedStep> Publish(PlannedStep step, IEnumerable<ZoneRecord?> added, IEnumerable<ZoneRecord?> missing)
    {
        var (whole, terms) = (new List<ZoneRecord>(), new List<SpfTerm>());
        foreach (var record in added.OfType<ZoneRecord>())
        {
            if (record.Content is not DnsRecord.Text text || Encoding.UTF8.GetString(text.Value.Span) is not { } words || !words.StartsWith(SpfText.Start, StringComparison.OrdinalIgnoreCase)) whole.Add(record);
            else if (_spfOwners.Add(record.Owner)) whole.Add(record);
            else terms.AddRange(SpfText.MechanismsOf(words).Select(term => new SpfTerm(record.Owner, term)));
        }
        return Requests(step, whole, [.. missing.OfType<ZoneRecord>()], terms);
    }

    private List<MappedStep> Requests(PlannedStep step, IReadOnlyList<ZoneRecord> added, IReadOnlyList<ZoneRecord> missing, IReadOnlyList<SpfTerm> terms)
    {
        var owners = added.Concat(missing).Select(record => record.Owner).Concat(terms.Select(term => term.Owner)).Distinct().ToArray();
        var mapped = new List<MappedStep>();
        foreach (var zone in owners.Select(access.ZoneOf).OfType<DomainName>().Distinct())
        {
            bool IsHere(DomainName owner) => zone.Equals(access.ZoneOf(owner));
            mapped.Add(new MappedStep.Applicable(step, new ChangeRequest.Dns(zone, access.Server, access.KeyFile, [.. added.Where(record => IsHere(record.Owner))], [])
            {
                Missing = [.. missing.Where(record => IsHere(record.Owner))],
                SpfTerms = [.. terms.Where(term => IsHere(term.Owner))],
            }));
        }
        if (mapped.Count == 0 || owners.Any(owner => access.ZoneOf(owner) is null)) mapped.Add(new MappedStep.ByHand(step));
        return mapped;
    }
}
