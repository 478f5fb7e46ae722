using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Todoku.Dns.Network;
using Todoku.Mail;

namespace Todoku.Cli.Dns;

/// <summary>A value of <c>--resolver</c>: an address or a host name, with a port or without; IPv6 in brackets when a port follows.</summary>
/// <param name="Address">The address; null when a name is given.</param>
/// <param name="Host">The name; null when an address is given.</param>
/// <param name="Port">The port.</param>
internal sealed record ResolverArgument(IPAddress? Address, DomainName? Host, int Port)
{
    /// <summary>The value that says: ask nobody.</summary>
    public const string Nobody = "none";

    /// <summary>Reads a value.</summary>
    /// <returns>Null when it is none.</returns>
    public static ResolverArgument? Parse(string value)
    {
        var (host, port) = (value, ResolverConfiguration.Port);
        var colon = value.LastIndexOf(':');
        var isBare6 = value.Count(c => c == ':') > 1 && !value.StartsWith('[');
        if (colon > value.LastIndexOf(']') && !isBare6)
        {
            host = value[..colon];
            if (!int.TryParse(value[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > ushort.MaxValue) return null;
        }
        if (host.StartsWith('[') && host.EndsWith(']')) return Parse6(host[1..^1], port);
        if (isBare6) return Parse6(host, port);
        // "1" and "0x7f.1" are no addresses to a person.
        if (IPAddress.TryParse(host, out var address)) return address.ToString() == host ? new(address, null, port) : null;
        if (host == "localhost") return new(IPAddress.Loopback, null, port);
        // No top-level domain begins with a digit: what ends so is a mistyped address.
        return DomainName.TryParse(host, out var name) && name.LabelCount > 1 && !char.IsAsciiDigit(name.LastLabels(1).ToString()[0]) ? new(null, name, port) : null;
    }

    private static ResolverArgument? Parse6(string text, int port) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? new(address, null, port) : null;
}
