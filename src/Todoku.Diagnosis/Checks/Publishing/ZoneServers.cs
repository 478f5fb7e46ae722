using System.Net;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>The zone that a name lies in, and the servers that are authoritative for it.</summary>
/// <param name="Apex">The zone.</param>
/// <param name="Servers">Its servers; one without an address is left out.</param>
public sealed record ZoneServers(DomainName Apex, IReadOnlyList<NameServer> Servers)
{
    /// <summary>The most servers of one zone that are asked; 13 is what the root has.</summary>
    public const int MaxServers = 13;

    private const int MaxAddresses = 4;

    // A name of more labels is nobody's zone.
    private const int MaxSteps = 12;

    /// <summary>Finds them.</summary>
    /// <returns>Null when DNS doesn't tell.</returns>
    public static async Task<ZoneServers?> FindAsync(IDnsResolver dns, DomainName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dns);
        if (await FindApexAsync(dns, name, cancellationToken).ConfigureAwait(false) is not { } apex) return null;
        if (await dns.AskAsync(apex, DnsRecordType.NS, cancellationToken).ConfigureAwait(false) is not DnsAnswer.Found found) return null;
        var servers = new List<NameServer>();
        foreach (var host in found.Records.OfType<DnsRecord.Name>().Select(record => record.Value).Where(host => !host.IsRoot).Distinct().Take(MaxServers))
        {
            var addresses = new List<IPAddress>();
            foreach (var type in (DnsRecordType[])[DnsRecordType.A, DnsRecordType.AAAA])
            {
                if (await dns.AskAsync(host, type, cancellationToken).ConfigureAwait(false) is DnsAnswer.Found answer)
                    addresses.AddRange(answer.Records.OfType<DnsRecord.Address>().Select(address => address.Value).Take(MaxAddresses - addresses.Count));
            }
            if (addresses.Count > 0) servers.Add(new NameServer(host, addresses));
        }
        return servers.Count > 0 ? new ZoneServers(apex, servers) : null;
    }

    /// <summary>Finds the zone: the nearest name at or above with an SOA record of its own.</summary>
    /// <returns>Null when DNS doesn't tell.</returns>
    public static async Task<DomainName?> FindApexAsync(IDnsResolver dns, DomainName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dns);
        ArgumentNullException.ThrowIfNull(name);
        for (var step = 0; step < MaxSteps && !name.IsRoot; step++, name = name.Parent)
        {
            switch (await dns.AskAsync(name, DnsRecordType.SOA, cancellationToken).ConfigureAwait(false))
            {
                case DnsAnswer.Found { Aliases.Count: 0 }: return name;
                case DnsAnswer.Failed: return null;
            }
        }
        return null;
    }
}
