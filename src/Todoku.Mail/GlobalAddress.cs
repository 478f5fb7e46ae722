using System.Net;
using System.Net.Sockets;

namespace Todoku.Mail;

/// <summary>Tells addresses that the internet reaches from those of one host, one link or one network (IANA special-purpose registries, RFC 6890).</summary>
public static class GlobalAddress
{
    // Blocks for documentation (RFC 5737, 3849) count as global: in an example they stand for such addresses, and nobody has them in earnest.
    private static readonly IPNetwork[] Special =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("224.0.0.0/3"),
    ];

    private static readonly IPNetwork GlobalUnicast6 = IPNetwork.Parse("2000::/3");

    /// <summary>Whether it is a global unicast address.</summary>
    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork ? !Special.Any(network => network.Contains(plain)) : GlobalUnicast6.Contains(plain);
    }
}
