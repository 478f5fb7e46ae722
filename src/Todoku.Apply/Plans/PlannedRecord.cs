using System.Net;
using Todoku.Apply.NameServers;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Apply.Plans;

/// <summary>A record that a step publishes, as a report has it.</summary>
/// <param name="Name">Its owner.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">A TXT's text without quotes, else as a zone file has it.</param>
public sealed record PlannedRecord(string Name, string Type, string Value)
{
    // The longest are keys of 4096 bits.
    private const int MaxLength = 2000;

    // What --redact puts in place of a value.
    private const string Hidden = "...";

    private static readonly TimeSpan UsualTime = TimeSpan.FromHours(1);

    /// <summary>The record; null when it is none that can be published.</summary>
    public ZoneRecord? Read()
    {
        if (Value.Length is 0 or > MaxLength || Value.Contains(Hidden, StringComparison.Ordinal) || !DomainName.TryParse(Name, out var owner)) return null;
        return (Type, Value) switch
        {
            ("TXT", _) => new ZoneRecord(owner, DnsRecordType.TXT, UsualTime, TextRecord.Of(Value), 0),
            ("CNAME", _) when DomainName.TryParse(Value.TrimEnd('.'), out var target) => new ZoneRecord(owner, DnsRecordType.CNAME, UsualTime, new DnsRecord.Name(target), 0),
            ("A" or "AAAA", _) when (Value.Contains(':', StringComparison.Ordinal) || Value.Split('.').Length == 4) && IPAddress.TryParse(Value, out var address) => OfAddress(owner, address),
            _ => null,
        };
    }

    /// <summary>The record of a name's address.</summary>
    public static ZoneRecord OfAddress(DomainName owner, IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var type = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? DnsRecordType.AAAA : DnsRecordType.A;
        return new ZoneRecord(owner, type, UsualTime, new DnsRecord.Address(address), 0);
    }
}
