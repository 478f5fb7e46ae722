using System.Net;
using System.Net.Sockets;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>The sending addresses as blocklists know them, and whether receivers can see them.</summary>
internal static class AddressReach
{
    /// <summary>The sender's addresses, each once, IPv4 ones in their own form.</summary>
    public static IReadOnlyList<IPAddress> Of(CheckSubject subject) => [.. subject.Addresses.Select(address => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).Distinct()];

    /// <summary>False for private, shared, local and reserved addresses (RFC 6890). Addresses of documentation count as public.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !(IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.IsIPv6SiteLocal || address.Equals(IPAddress.IPv6Any));
        return address.GetAddressBytes() switch
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
