using System.Net;
using System.Net.Sockets;

namespace Todoku.Smtp.Server.Hosting;

/// <summary>Whom sessions are counted for: an IPv4 address, an IPv6 /64, which one host owns (RFC 6177), or a user of this machine.</summary>
internal readonly record struct Peer
{
    private Peer(IPAddress address, uint? userId) => (Address, UserId) = (address, userId);

    /// <summary>The address; of a user of this machine the loopback address.</summary>
    public IPAddress Address { get; }

    /// <summary>The number of a user of this machine; null over a network.</summary>
    public uint? UserId { get; }

    /// <summary>A user of this machine.</summary>
    public static Peer Of(uint userId) => new(IPAddress.Loopback, userId);

    /// <summary>A host.</summary>
    public static Peer Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return new(address.MapToIPv4(), null);
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address)) return new(address, null);
        Span<byte> octets = stackalloc byte[16];
        address.TryWriteBytes(octets, out _);
        octets[8..].Clear();
        return new(new IPAddress(octets), null);
    }
}
