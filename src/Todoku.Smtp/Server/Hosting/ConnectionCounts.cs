using System.Net;
using System.Net.Sockets;
using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server.Hosting;

/// <summary>Counts sessions, in all and by address. An IPv6 host owns its /64 (RFC 6177), so that counts for one.</summary>
internal sealed class ConnectionCounts(SmtpHostLimits limits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _byAddress = [];
    private int _all;

    /// <summary>Takes a place for a connection.</summary>
    /// <returns>Null, or why there is none.</returns>
    public Reply? TryEnter(IPAddress address)
    {
        var key = Key(address);
        var most = IPAddress.IsLoopback(key) ? limits.ConnectionsFromLoopback : limits.ConnectionsPerAddress;
        lock (_lock)
        {
            if (_all >= limits.Connections) return ServerReplies.TooManyConnections;
            var count = _byAddress.GetValueOrDefault(key);
            if (count >= most) return ServerReplies.TooManyFromAddress;
            _byAddress[key] = count + 1;
            _all++;
            return null;
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(IPAddress address)
    {
        var key = Key(address);
        lock (_lock)
        {
            _all--;
            if (_byAddress[key] == 1) _byAddress.Remove(key);
            else _byAddress[key]--;
        }
    }

    private static IPAddress Key(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address)) return address;
        Span<byte> octets = stackalloc byte[16];
        address.TryWriteBytes(octets, out _);
        octets[8..].Clear();
        return new IPAddress(octets);
    }
}
