using System.Net;
using System.Net.Sockets;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Knowledge.Blocklists;
using Todoku.Mail;
using Todoku.Sandbox.Scenarios;

namespace Todoku.Sandbox.World.Listings;

/// <summary>
/// The listings of blocklists that are asked by DNS. What counts as one:
/// <code>
/// an address outside 127.0.0.0/8           no: somebody else answered (RFC 5782, section 2.1)
/// 127.255.255.*                            no: the list refuses the question
/// a zone that the knowledge has            what its return codes say: a listing of the good, or a remark, is none
/// any other zone                           yes
/// </code>
/// </summary>
/// <param name="dns">Whom to ask.</param>
/// <param name="zones">The zones.</param>
public sealed class AskedListings(IDnsResolver dns, IReadOnlyList<AskedZone> zones) : IListings
{
    /// <summary>The zones that providers ask: those of the scenario, or, where it has none, the known ones by which large receivers refuse mail.</summary>
    public static IReadOnlyList<AskedZone> ZonesOf(IReadOnlyList<ScenarioBlocklist> lists, KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(knowledge);
        var known = knowledge.Blocklists.SelectMany(list => list.Zones).Select(zone => new AskedZone(DomainName.Parse(zone.Name), zone)).ToArray();
        if (lists.Count == 0) return [.. known.Where(one => one.Known is { IsMajor: true, IsAsked: true, Use: BlocklistUse.Usable } zone && (zone.Scope & (BlocklistScope.Ip4 | BlocklistScope.Ip6)) != 0)];
        return [.. lists.Select(list => known.FirstOrDefault(one => one.Name.Equals(list.Zone)) ?? new AskedZone(list.Zone, null))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DomainName>> OfAsync(IPAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var asked = zones.Where(zone => zone.Takes(address)).ToArray();
        var answers = await Task.WhenAll(asked.Select(zone => AskAsync(zone, address, cancellationToken)));
        return [.. asked.Where((_, number) => answers[number]).Select(zone => zone.Name)];
    }

    private async Task<bool> AskAsync(AskedZone zone, IPAddress address, CancellationToken ct) =>
        ReverseName.TryMake(address, zone.Name, out var name) && await dns.AskAsync(name, DnsRecordType.A, ct) is DnsAnswer.Found found
        && found.Records.OfType<DnsRecord.Address>().Any(record => record.Value.AddressFamily == AddressFamily.InterNetwork && zone.IsListing(record.Value));
}
