using System.Globalization;
using System.Net;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>
/// Tells reverse names that a provider makes by itself from those that somebody chose. Receivers and the policy lists that they use (Spamhaus PBL,
/// the HELO and PTR rules of SpamAssassin, T-Online's and Yahoo's) go by the same marks:
/// <list type="bullet">
/// <item><description>the address in the name, in decimal or hexadecimal digits, forward, backward or in part;</description></item>
/// <item><description>words for lines that homes have or for addresses that change;</description></item>
/// <item><description>names that a provider gives to every host until its customer sets another (<see cref="ProviderNames"/>).</description></item>
/// </list>
/// </summary>
public static class GenericName
{
    // Words between dots, hyphens and digits; each is used for access lines or pools by providers of several countries.
    private static readonly string[] AccessWords =
    [
        "dynamic", "dyn", "dynip", "dhcp", "pool", "pools", "dialup", "dial", "dsl", "adsl", "vdsl", "xdsl", "sdsl", "ppp", "pppoe", "cable", "cablemodem", "modem", "broadband",
        "ftth", "fttx", "fiber", "fibre", "hsd", "cust", "customer", "customers", "client", "clients", "subscriber", "subscribers", "residential", "home", "user", "users",
        "static", "ip", "ipv4", "ipv6", "host", "node", "unassigned", "unused", "reserved", "wireless", "mobile", "lte", "gprs", "bbtec", "bbexcite", "flets", "ap",
    ];

    // Weak words are no mark of their own: "host.example.com" or "static.example.com" may well be chosen. They count with digits beside them.
    private static readonly string[] WeakWords =
    [
        "ip", "ipv4", "ipv6", "host", "node", "static", "home", "user", "users", "client", "clients", "customer", "customers", "cust", "ap", "mobile", "reserved", "dial", "fiber", "fibre",
    ];

    /// <summary>Endings of names that providers give to every host until its customer sets another, each with a name of that kind.</summary>
    public static IReadOnlyList<(string Ending, string Sample)> ProviderNames { get; } =
    [
        ("vs.sakura.ne.jp", "ik1-301-12345.vs.sakura.ne.jp"),
        ("static.cnode.io", "v192-0-2-1.abcd.static.cnode.io"),
        ("myvps.jp", "v192-0-2-1.myvps.jp"),
        ("static.xvps.ne.jp", "x192-0-2-1.static.xvps.ne.jp"),
        ("vir.kagoya.net", "v192-0-2-1.vir.kagoya.net"),
        ("amazonaws.com", "ec2-192-0-2-1.compute-1.amazonaws.com"),
        ("bc.googleusercontent.com", "1.2.0.192.bc.googleusercontent.com"),
        ("cloudapp.azure.com", "vm1.japaneast.cloudapp.azure.com"),
        ("hwclouds-dns.com", "ecs-192-0-2-1.compute.hwclouds-dns.com"),
        ("vultrusercontent.com", "192.0.2.1.vultrusercontent.com"),
        ("clients.your-server.de", "static.1.2.0.192.clients.your-server.de"),
        ("contaboserver.net", "vmi123456.contaboserver.net"),
        ("ip.linodeusercontent.com", "192-0-2-1.ip.linodeusercontent.com"),
        ("members.linode.com", "li123-45.members.linode.com"),
        ("vps.ovh.net", "vps-12345678.vps.ovh.net"),
        ("instances.scw.cloud", "1-2-0-192.instances.scw.cloud"),
        ("rev.poneytelecom.eu", "192-0-2-1.rev.poneytelecom.eu"),
        ("onlinehome-server.info", "s12345678.onlinehome-server.info"),
        ("host.secureserver.net", "1.2.0.192.host.secureserver.net"),
        ("ip.secureserver.net", "ip-192-0-2-1.ip.secureserver.net"),
        ("startdedicated.com", "server1.startdedicated.com"),
        ("hostwindsdns.com", "hwsrv-123456.hostwindsdns.com"),
        ("colocrossing.com", "192-0-2-1-host.colocrossing.com"),
    ];

    /// <summary>Judges a name.</summary>
    /// <param name="name">The reverse name.</param>
    /// <param name="address">The address that it belongs to.</param>
    /// <param name="ownLabels">How many labels its organisational domain has: what a company is called is no mark.</param>
    /// <param name="mark">What gives it away; empty for a name that somebody chose.</param>
    public static GenericNameKind Judge(DomainName name, IPAddress address, int ownLabels, out string mark)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(address);
        var text = name.ToString();
        if (AddressIn(text, address) is { } digits)
        {
            mark = digits;
            return GenericNameKind.AddressInName;
        }
        if (AccessWordIn(text, ownLabels) is { } word)
        {
            mark = word;
            return GenericNameKind.AccessLine;
        }
        mark = ProviderNames.Select(known => known.Ending).FirstOrDefault(ending => text.EndsWith($".{ending}", StringComparison.Ordinal)) ?? "";
        return mark.Length > 0 ? GenericNameKind.ProviderDefault : GenericNameKind.None;
    }

    private static string? AddressIn(string text, IPAddress address)
    {
        var octets = address.GetAddressBytes();
        return octets.Length == 4 ? IPv4In(text, octets) : IPv6In(text, octets);
    }

    // At least three octets side by side: two small numbers may be there by chance.
    private static string? IPv4In(string text, byte[] octets)
    {
        var numbers = NumbersOf(text);
        foreach (var order in (ReadOnlySpan<byte[]>)[octets, [.. octets.Reverse()]])
        {
            if (FindRun(numbers, order) is { } run) return text[run];
            var padded = string.Concat(order.Select(octet => octet.ToString("000", CultureInfo.InvariantCulture)));
            if (text.Contains(padded, StringComparison.Ordinal)) return padded;
            var hex = string.Concat(order.Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture)));
            if (text.Contains(hex, StringComparison.Ordinal)) return hex;
        }
        return null;
    }

    // The lower half names the host: its 16 digits, or groups with hyphens or dots between, as in 2001-db8--25.
    private static string? IPv6In(string text, byte[] octets)
    {
        var digits = Convert.ToHexStringLower(octets);
        var plain = text.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        var reversed = new string([.. digits.Reverse()]);
        if (plain.Contains(digits, StringComparison.Ordinal) || plain.Contains(reversed, StringComparison.Ordinal)) return digits;
        var lower = digits[16..];
        if (lower.TrimStart('0').Length > 8 && plain.Contains(lower, StringComparison.Ordinal)) return lower;
        var hyphens = new IPAddress(octets).ToString().Replace(':', '-');
        return text.Contains(hyphens, StringComparison.Ordinal) ? hyphens : null;
    }

    private static List<(int Value, Range Place)> NumbersOf(string text)
    {
        List<(int, Range)> numbers = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            if (i - start <= 3) numbers.Add((int.Parse(text.AsSpan(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture), start..i));
            else numbers.Add((-1, start..i));
        }
        return numbers;
    }

    private static Range? FindRun(List<(int Value, Range Place)> numbers, byte[] octets)
    {
        for (var first = 0; first + 3 <= numbers.Count; first++)
        {
            for (var skip = 0; skip + 3 <= octets.Length; skip++)
            {
                if (numbers[first].Value == octets[skip] && numbers[first + 1].Value == octets[skip + 1] && numbers[first + 2].Value == octets[skip + 2])
                    return numbers[first].Place.Start..numbers[Math.Min(first + octets.Length - skip, numbers.Count) - 1].Place.End;
            }
        }
        return null;
    }

    private static string? AccessWordIn(string text, int ownLabels)
    {
        var labels = text.Split('.');
        for (var i = 0; i < labels.Length - ownLabels; i++)
        {
            var hasDigits = labels[i].Any(char.IsAsciiDigit) || (i > 0 && labels[i - 1].Any(char.IsAsciiDigit));
            foreach (var word in labels[i].Split('-', '_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))
                if (AccessWords.Contains(word) && (hasDigits || !WeakWords.Contains(word))) return word;
        }
        return null;
    }
}
