using System.Net;
using System.Net.Sockets;
using Todoku.Mail;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>How servers are found.</summary>
public sealed record DestinationOptions
{
    /// <summary>The relay's own names: a domain whose best server is the relay itself goes in a circle.</summary>
    public IReadOnlyList<string> OwnNames { get; init; } = [];

    /// <summary>The relay's own addresses, on which it takes mail.</summary>
    public IReadOnlyList<IPAddress> OwnAddresses { get; init; } = [];

    /// <summary>Whether loopback addresses are servers; only in labs and tests. <value>False.</value></summary>
    public bool AllowsLoopback { get; init; }

    /// <summary>The most servers of a domain that are looked at. <value>20.</value></summary>
    public int Servers { get; init; } = 20;

    /// <summary>The most addresses of one server, in each family. <value>8.</value></summary>
    public int Addresses { get; init; } = 8;

    /// <summary>The most addresses of all servers of a domain. <value>60.</value></summary>
    public int AllAddresses { get; init; } = 60;

    /// <summary>The most domains that are remembered. <value>100,000.</value></summary>
    public int Domains { get; init; } = 100_000;

    /// <summary>The shortest time that an answer is kept, whatever it allows. <value>1 minute.</value></summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest time that an answer is kept. <value>1 hour.</value></summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether a host is the relay itself.</summary>
    public bool IsOwn(DomainName host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return OwnNames.Contains(host.ToString(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether an address is the relay itself.</summary>
    public bool IsOwn(IPAddress address) => OwnAddresses.Contains(address);

    /// <summary>
    /// Whether an address that DNS gave may be a server's: not "any", not this machine, no group, no link without its interface. Private networks are: a
    /// resolver of one's own may say so.
    /// </summary>
    public bool IsUsable(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return AllowsLoopback;
        if (address.AddressFamily == AddressFamily.InterNetwork) return address.GetAddressBytes() is [> 0 and < 224, ..] octets && octets is not [169, 254, ..];
        return !address.Equals(IPAddress.IPv6Any) && !address.IsIPv6Multicast && !address.IsIPv6LinkLocal;
    }

    /// <summary>Whether an address that stands in a recipient may be a server's. A sender chose it, who must not reach into inner networks by it.</summary>
    public bool IsUsableLiteral(IPAddress address) => IsUsable(address) && (AllowsLoopback || GlobalAddress.Is(address));
}
