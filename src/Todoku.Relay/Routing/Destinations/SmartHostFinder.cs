using System.Net;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>Finds the addresses of smart hosts: their A and AAAA records, no MX, since their name is a server's.</summary>
/// <param name="dns">DNS.</param>
public sealed class SmartHostFinder(IDnsResolver dns) : ISmartHostFinder
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IPAddress>> FindAsync(RelayPath.SmartHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (IPAddress.TryParse(host.Host, out var literal)) return [literal];
        if (host.Host == "localhost") return [IPAddress.Loopback, IPAddress.IPv6Loopback];
        if (!DomainName.TryParse(host.Host, out var name)) return [];
        var found = new List<IPAddress>();
        foreach (var type in (DnsRecordType[])[DnsRecordType.AAAA, DnsRecordType.A])
        {
            if (host.Source is { } source && (source.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6) != (type == DnsRecordType.AAAA)) continue;
            if (await dns.AskAsync(name, type, cancellation).ConfigureAwait(false) is DnsAnswer.Found { Records: var records }) found.AddRange(records.OfType<DnsRecord.Address>().Select(one => one.Value));
        }
        return found;
    }
}
