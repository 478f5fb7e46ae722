using System.Globalization;
using System.Net;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Sandbox.World;

/// <summary>A DNS blocklist of addresses (RFC 5782): networks with their return codes, and the test entries that every list has.</summary>
/// <param name="zone">Its name (<c>zen.spamhaus.org</c>).</param>
/// <param name="timeToLive">How long its answers may be kept.</param>
public sealed class Blocklist(DomainName zone, TimeSpan timeToLive)
{
    /// <summary>What is answered unless an entry says otherwise, and the address that every list has (RFC 5782, section 5).</summary>
    public static readonly IPAddress UsualCode = IPAddress.Parse("127.0.0.2");

    private const int IPv4Labels = 4;
    private const int IPv6Labels = 32;

    private readonly Lock _lock = new();
    private Listing[] _entries = [];

    /// <summary>Its name.</summary>
    public DomainName Zone => zone;

    /// <summary>How long its answers may be kept.</summary>
    public TimeSpan TimeToLive => timeToLive;

    /// <summary>Its entries.</summary>
    public IReadOnlyList<Listing> Entries => _entries;

    /// <summary>Lists a network; one that is listed gets the new code.</summary>
    public void List(Listing entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock) _entries = [.. _entries.Where(one => one.Network != entry.Network), entry];
    }

    /// <summary>Takes a network off, and all entries within it.</summary>
    public void Delist(IPNetwork network)
    {
        lock (_lock) _entries = [.. _entries.Where(one => !(network.PrefixLength <= one.Network.PrefixLength && network.Contains(one.Network.BaseAddress)))];
    }

    /// <summary>The codes of an address; empty when it is not listed.</summary>
    public IReadOnlyList<IPAddress> CodesOf(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Equals(UsualCode)) return [UsualCode];
        return [.. _entries.Where(one => one.Network.Contains(address)).Select(one => one.Code).Distinct()];
    }

    /// <summary>Answers a question for a name within the zone.</summary>
    /// <returns>The records; empty: the name exists and has none of this type; null: there is no such name.</returns>
    public IReadOnlyList<DnsRecord>? Answer(DomainName name, DnsRecordType type)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Equals(zone)) return [];
        if (AddressOf(name) is not { } address || CodesOf(address) is not { Count: > 0 } codes) return null;
        return type switch
        {
            DnsRecordType.A => [.. codes.Select(code => new DnsRecord.Address(code))],
            DnsRecordType.TXT => [TextOf($"{address} is listed in {zone}")],
            _ => [],
        };
    }

    // The parts of the address in reverse (RFC 5782, sections 2.1 and 2.4).
    private IPAddress? AddressOf(DomainName name)
    {
        var labels = name.ToString()[..^(zone.ToString().Length + 1)].Split('.');
        Array.Reverse(labels);
        if (labels.Length == IPv4Labels)
        {
            var octets = new byte[IPv4Labels];
            for (var i = 0; i < labels.Length; i++)
                if (!byte.TryParse(labels[i], NumberStyles.None, CultureInfo.InvariantCulture, out octets[i])) return null;
            return new IPAddress(octets);
        }
        if (labels.Length != IPv6Labels || !labels.All(label => label.Length == 1 && char.IsAsciiHexDigit(label[0]))) return null;
        return new IPAddress(Convert.FromHexString(string.Concat(labels)));
    }

    private static DnsRecord.Text TextOf(string words)
    {
        var octets = System.Text.Encoding.ASCII.GetBytes(words);
        return new DnsRecord.Text(octets, [octets.Length]);
    }
}
