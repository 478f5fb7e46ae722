using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Zones;

/// <summary>Reads what a record of a zone file says.</summary>
/// <param name="origin">What relative names are relative to.</param>
internal sealed class ZoneContentParser(DomainName origin)
{
    private const int MaxString = 255;

    /// <summary>What a record of a type looks like.</summary>
    public static string Example(DnsRecordType type) => type switch
    {
        DnsRecordType.A => "www 3600 IN A 192.0.2.1",
        DnsRecordType.AAAA => "www 3600 IN AAAA 2001:db8::1",
        DnsRecordType.MX => "@ 3600 IN MX 10 mail.example.com.",
        DnsRecordType.TXT => "@ 3600 IN TXT \"v=spf1 mx -all\"",
        DnsRecordType.NS => "@ 3600 IN NS ns1.example.com.",
        DnsRecordType.PTR => "1 3600 IN PTR mail.example.com.",
        DnsRecordType.CNAME => "www 3600 IN CNAME host.example.com.",
        DnsRecordType.SOA => "@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600",
        DnsRecordType.TLSA => "_25._tcp.mail 3600 IN TLSA 3 1 1 0123...ef",
        DnsRecordType.CAA => "@ 3600 IN CAA 0 issue \"ca.example.net\"",
        _ => "",
    };

    /// <summary>Reads it.</summary>
    /// <returns>Null when it doesn't fit the type.</returns>
    public DnsRecord? Parse(DnsRecordType type, ReadOnlySpan<ZoneToken> words)
    {
        if (words is [{ IsQuoted: false, Text: @"\#" }, ..]) return ParseGeneric(type, words[1..]);
        return type switch
        {
            DnsRecordType.A => words is [var word] ? ParseAddress(word.Text, AddressFamily.InterNetwork) : null,
            DnsRecordType.AAAA => words is [var word] ? ParseAddress(word.Text, AddressFamily.InterNetworkV6) : null,
            DnsRecordType.MX => words is [var preference, var host] && ushort.TryParse(preference.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && NameOf(host) is { } exchanger ? new DnsRecord.MailExchanger(number, exchanger) : null,
            DnsRecordType.TXT => ParseText(words),
            DnsRecordType.NS or DnsRecordType.PTR or DnsRecordType.CNAME => words is [var word] && NameOf(word) is { } name ? new DnsRecord.Name(name) : null,
            DnsRecordType.SOA => ParseStartOfAuthority(words),
            DnsRecordType.TLSA => ParseTlsAssociation(words),
            DnsRecordType.CAA => ParseCertificationAuthority(words),
            _ => null,
        };
    }

    /// <summary>Whether a text has a string that is too long; Parse gives nothing for it.</summary>
    public static bool HasLongString(DnsRecordType type, ReadOnlySpan<ZoneToken> words)
    {
        if (type != DnsRecordType.TXT) return false;
        foreach (var word in words)
            if (ZoneText.Octets(word.Text).Length > MaxString) return true;
        return false;
    }

    private static DnsRecord.Address? ParseAddress(string text, AddressFamily family)
    {
        if (!IPAddress.TryParse(text, out var address) || address.AddressFamily != family) return null;
        // "1" and "127.1" are addresses to the system, not to DNS; nor has an address a zone there.
        if (family == AddressFamily.InterNetwork ? address.ToString() != text : text.Contains('%', StringComparison.Ordinal)) return null;
        return new DnsRecord.Address(address);
    }

    private static DnsRecord.Text? ParseText(ReadOnlySpan<ZoneToken> words)
    {
        if (words.IsEmpty) return null;
        var octets = new List<byte>();
        var lengths = new List<int>();
        foreach (var word in words)
        {
            var part = ZoneText.Octets(word.Text);
            if (part.Length > MaxString) return null;
            octets.AddRange(part);
            lengths.Add(part.Length);
        }
        return new DnsRecord.Text(octets.ToArray(), lengths);
    }

    private DnsRecord.StartOfAuthority? ParseStartOfAuthority(ReadOnlySpan<ZoneToken> words)
    {
        if (words.Length != 7 || NameOf(words[0]) is not { } server || NameOf(words[1]) is not { } mailbox) return null;
        if (!uint.TryParse(words[2].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)) return null;
        for (var i = 3; i < 6; i++)
            if (!ZoneText.TryTime(words[i].Text, out _)) return null;
        return ZoneText.TryTime(words[6].Text, out var minimum) ? new DnsRecord.StartOfAuthority(server, mailbox, serial, minimum) : null;
    }

    private static DnsRecord.TlsAssociation? ParseTlsAssociation(ReadOnlySpan<ZoneToken> words) =>
        words.Length >= 4 && TryByte(words[0], out var usage) && TryByte(words[1], out var selector) && TryByte(words[2], out var matching) && Hex(words[3..]) is { } data
            ? new DnsRecord.TlsAssociation(usage, selector, matching, data)
            : null;

    private static DnsRecord.CertificationAuthority? ParseCertificationAuthority(ReadOnlySpan<ZoneToken> words) =>
        words.Length == 3 && TryByte(words[0], out var flags) && words[1].Text is { Length: > 0 and <= MaxString } tag && tag.All(char.IsAsciiLetterOrDigit)
            ? new DnsRecord.CertificationAuthority(flags, tag, ZoneText.Octets(words[2].Text))
            : null;

    // RFC 3597, section 5.
    private static DnsRecord? ParseGeneric(DnsRecordType type, ReadOnlySpan<ZoneToken> words)
    {
        if (words.IsEmpty || !ushort.TryParse(words[0].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return null;
        if (Hex(words[1..]) is not { } octets || octets.Length != length) return null;
        var reader = new MessageReader(octets);
        return ContentReader.Read(ref reader, type, length);
    }

    private static byte[]? Hex(ReadOnlySpan<ZoneToken> words)
    {
        var text = new StringBuilder();
        foreach (var word in words) text.Append(word.Text);
        var digits = text.ToString();
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }

    private static bool TryByte(ZoneToken word, out byte value) => byte.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private DomainName? NameOf(ZoneToken word) => ZoneText.TryName(word.Text, origin, out var name) ? name : null;
}
