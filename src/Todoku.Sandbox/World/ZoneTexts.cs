using System.Globalization;
using System.Net;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Sandbox.World;

/// <summary>Reads records that people write, with what they need not write: the origin, the time, the SOA record.</summary>
internal static class ZoneTexts
{
    // Lines put before the text.
    private const int Before = 2;

    /// <summary>Reads the records of a zone.</summary>
    /// <exception cref="ZoneFileException">Something is wrong; the line is that of the text.</exception>
    public static IReadOnlyList<ZoneRecord> Parse(DomainName zone, string text, string file, TimeSpan timeToLive)
    {
        var records = Read(zone, text, file, timeToLive).Records;
        return records.Any(record => record.Type == DnsRecordType.SOA && record.Owner.Equals(zone)) ? records : [Authority(zone, timeToLive), .. records];
    }

    /// <summary>Reads records that belong to no zone of their own; relative names are below <paramref name="origin"/>.</summary>
    /// <exception cref="ZoneFileException">Something is wrong; the line is that of the text.</exception>
    public static ZoneFile Read(DomainName origin, string text, string file, TimeSpan timeToLive)
    {
        var head = $"$ORIGIN {(origin.IsRoot ? "" : origin)}.\n$TTL {((long)timeToLive.TotalSeconds).ToString(CultureInfo.InvariantCulture)}\n";
        try
        {
            return ZoneFile.Parse(head + text, file);
        }
        catch (ZoneFileException wrong)
        {
            throw new ZoneFileException(wrong.File, wrong.Line - Before, wrong.Problem, wrong.Text, wrong.Example);
        }
    }

    /// <summary>The SOA record of a zone that has none.</summary>
    public static ZoneRecord Authority(DomainName zone, TimeSpan timeToLive)
    {
        zone.TryPrepend("ns", out var server);
        zone.TryPrepend("hostmaster", out var mailbox);
        return new ZoneRecord(zone, DnsRecordType.SOA, timeToLive, new DnsRecord.StartOfAuthority(server ?? zone, mailbox ?? zone, 1, timeToLive), 0);
    }

    /// <summary>A record of an address.</summary>
    public static ZoneRecord Address(DomainName owner, IPAddress address, TimeSpan timeToLive) => new(
        owner, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? DnsRecordType.AAAA : DnsRecordType.A, timeToLive, new DnsRecord.Address(address), 0);

    /// <summary>The record that gives an address its name.</summary>
    public static ZoneRecord Pointer(IPAddress address, DomainName name, TimeSpan timeToLive) =>
        new(ReverseName.Of(address), DnsRecordType.PTR, timeToLive, new DnsRecord.Name(name), 0);
}
