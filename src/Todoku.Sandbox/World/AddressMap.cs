using System.Collections.Concurrent;
using System.Net;

namespace Todoku.Sandbox.World;

/// <summary>
/// Which address of the world an address of this machine stands for: a client that connects from 127.0.1.10 is 192.0.2.10 for SPF, PTR records and blocklists. An address
/// that stands for none is itself, as in network namespaces, where every host has its own.
/// </summary>
public sealed class AddressMap
{
    private readonly ConcurrentDictionary<IPAddress, IPAddress> _worldly = new();

    /// <summary>Adds a pair.</summary>
    public void Add(IPAddress own, IPAddress worldly) => _worldly[own] = worldly;

    /// <summary>The address of the world.</summary>
    public IPAddress Of(IPAddress peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        var plain = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        return _worldly.GetValueOrDefault(plain, plain);
    }
}
