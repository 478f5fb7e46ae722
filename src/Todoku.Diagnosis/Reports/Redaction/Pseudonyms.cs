using System.Net;
using System.Net.Sockets;

namespace Todoku.Diagnosis.Reports.Redaction;

/// <summary>
/// Names that stand for what is masked, the same for the same thing throughout a report, from the ranges reserved for examples
/// (RFC 2606, section 2; RFC 5737; RFC 3849).
/// </summary>
internal sealed class Pseudonyms
{
    private static readonly string[] Networks4 = ["192.0.2.", "198.51.100.", "203.0.113."];

    private readonly Dictionary<string, string> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _domains = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _addresses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For the local part of an address: <c>u1</c>.</summary>
    public string User(string address) => NameOf(_users, address, n => $"u{n}");

    /// <summary>For a domain of the sender: <c>d1.example</c>.</summary>
    public string Domain(string domain) => NameOf(_domains, domain, n => $"d{n}.example");

    /// <summary>For a bare host name: <c>h1</c>.</summary>
    public string Host(string host) => NameOf(_hosts, host, n => $"h{n}");

    /// <summary>For an IP address, of the same family.</summary>
    public string IpAddress(string text) => NameOf(_addresses, text, n =>
        IPAddress.TryParse(text, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6
            ? $"2001:db8::{n:x}"
            : $"{Networks4[(n - 1) / 254 % Networks4.Length]}{((n - 1) % 254) + 1}");

    private static string NameOf(Dictionary<string, string> names, string key, Func<int, string> make)
    {
        if (!names.TryGetValue(key, out var name)) names.Add(key, name = make(names.Count + 1));
        return name;
    }
}
