using System.Net;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>How servers are found.</summary>
public sealed record DestinationOptions
{
    /// <summary>The relay's own names: a domain whose best server is the relay itself goes in a circle.</summary>
    public IReadOnlyList<string> OwnNames { get; init; } = [];

    /// <summary>Whether loopback addresses are servers; only in labs and tests. <value>False.</value></summary>
    public bool AllowsLoopback { get; init; }

    /// <summary>The most servers of a domain that are looked at. <value>20.</value></summary>
    public int Servers { get; init; } = 20;

    /// <summary>The most addresses of one server. <value>8.</value></summary>
    public int Addresses { get; init; } = 8;

    /// <summary>The most domains that are remembered. <value>100,000.</value></summary>
    public int Domains { get; init; } = 100_000;

    /// <summary>The shortest and the longest time that an answer is kept. <value>1 minute.</value></summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest time that an answer is kept. <value>1 hour.</value></summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether an address may be a server's.</summary>
    public bool IsUsable(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (IPAddress.IsLoopback(address)) return AllowsLoopback;
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) || address.IsIPv6Multicast || address.IsIPv6LinkLocal) return false;
        return address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetwork || address.GetAddressBytes()[0] is > 0 and < 224;
    }
}
