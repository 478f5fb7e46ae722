using System.Net;
using Todoku.Dns;
using Todoku.Dns.Network;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>Asks over the network.</summary>
/// <param name="resolvers">The resolvers; null: the system's.</param>
/// <param name="time">The clock.</param>
public sealed class NetworkNameServers(IReadOnlyList<IPEndPoint>? resolvers, TimeProvider time) : INameServers
{
    /// <inheritdoc/>
    public IDnsResolver Resolver { get; } = new NetworkResolver(resolvers ?? ResolverConfiguration.Read(), NetworkResolver.DefaultTimeout, time);

    /// <inheritdoc/>
    public IDnsResolver Of(NameServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return new NetworkResolver([.. server.Addresses.Select(address => new IPEndPoint(address, ResolverConfiguration.Port))], NetworkResolver.DefaultTimeout, time);
    }
}
