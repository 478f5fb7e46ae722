using Todoku.Dns.Caching;
using Todoku.Dns.Network;
using Todoku.Dns.Zones;

namespace Todoku.Dns;

/// <summary>Puts a resolver together.</summary>
public static class DnsResolver
{
    /// <summary>A resolver that looks into the zone files first, asks as the options say, keeps answers, and asks a bounded number of questions at once.</summary>
    /// <param name="options">How.</param>
    /// <param name="time">The clock.</param>
    public static IDnsResolver Create(DnsResolverOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var servers = options.Servers ?? ResolverConfiguration.Read();
        var network = new NetworkResolver(servers, options.Timeout, time);
        var kept = new CachingResolver(new BoundedResolver(network, options.MaxConcurrency), time);
        return options.Zones.Count == 0 ? kept : new ZoneResolver(options.Zones, servers.Count == 0 ? null : kept);
    }
}
