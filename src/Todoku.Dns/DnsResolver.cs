using Todoku.Dns.Caching;
using Todoku.Dns.Network;

namespace Todoku.Dns;

/// <summary>Puts a resolver together.</summary>
public static class DnsResolver
{
    /// <summary>A resolver that asks as the options say, keeps answers, and asks a bounded number of questions at once.</summary>
    /// <param name="options">How.</param>
    /// <param name="time">The clock.</param>
    public static IDnsResolver Create(DnsResolverOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var network = new NetworkResolver(options.Servers ?? ResolverConfiguration.Read(), options.Timeout, time);
        return new CachingResolver(new BoundedResolver(network, options.MaxConcurrency), time);
    }
}
