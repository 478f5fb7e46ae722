using System.Net;
using Todoku.Dns.Network;
using Todoku.Dns.Zones;

namespace Todoku.Dns;

/// <summary>How DNS is asked.</summary>
public sealed record DnsResolverOptions
{
    /// <summary>Whom to ask, in this order; null: the system's resolvers; empty: nobody.</summary>
    public IReadOnlyList<IPEndPoint>? Servers { get; init; }

    /// <summary>Zone files that are asked first.</summary>
    public IReadOnlyList<ZoneFile> Zones { get; init; } = [];

    /// <summary>How long one question may take in all.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan Timeout { get; init; } = NetworkResolver.DefaultTimeout;

    /// <summary>How many questions may be on their way at once.</summary>
    /// <value>32.</value>
    public int MaxConcurrency { get; init; } = Caching.BoundedResolver.DefaultLimit;
}
