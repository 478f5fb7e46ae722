using System.Net;
using System.Net.Sockets;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>Whether an address can be one that receivers see.</summary>
internal static class AddressReach
{
    /// <summary>False for private, shared, local and reserved addresses (RFC 6890). Addresses of documentation count as public.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
            return !(IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.IsIPv6UniqueLocal || plain.IsIPv6Multicast || plain.IsIPv6SiteLocal || plain.Equals(IPAddress.IPv6Any));
        return plain.GetAddressBytes() switch
        {
            [0 or 10 or 127 or >= 224, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] => false,
            _ => true,
        };
    }
}
