using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Todoku.Mail;

namespace Todoku.Dns;

/// <summary>Names made of the parts of an address in reverse: where its PTR records are, and where blocklists list it. An IPv4-mapped address is the IPv4 address.</summary>
public static class ReverseName
{
    private static readonly DomainName In4 = DomainName.Parse("in-addr.arpa");
    private static readonly DomainName In6 = DomainName.Parse("ip6.arpa");

    /// <summary>Where the PTR records of an address are (RFC 1035, section 3.5; RFC 3596, section 2.5).</summary>
    public static DomainName Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var zone = Plain(address).AddressFamily == AddressFamily.InterNetworkV6 ? In6 : In4;
        return TryMake(address, zone, out var name) ? name : zone;
    }

    /// <summary>Where a blocklist lists an address (RFC 5782, sections 2.1 and 2.4).</summary>
    /// <returns>False when the name grows too long.</returns>
    public static bool TryMake(IPAddress address, DomainName zone, [NotNullWhen(true)] out DomainName? name)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(zone);
        return zone.TryPrepend(Parts(Plain(address)), out name);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string Parts(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        var text = new StringBuilder();
        for (var i = octets.Length - 1; i >= 0; i--)
        {
            if (text.Length > 0) text.Append('.');
            if (octets.Length == 4) text.Append(CultureInfo.InvariantCulture, $"{octets[i]}");
            else text.Append(CultureInfo.InvariantCulture, $"{octets[i] & 0xf:x}.{octets[i] >> 4:x}");
        }
        return text.ToString();
    }
}
