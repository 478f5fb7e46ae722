using System.Globalization;
using System.Text;

namespace Todoku.Dns;

/// <summary>Writes the content of a record as zone files have it (RFC 1035, section 5.1). All in it is printable ASCII.</summary>
public static class RecordText
{
    /// <summary>The text.</summary>
    /// <param name="record">The record.</param>
    /// <param name="maxLength">Characters at most; what is longer ends in "...".</param>
    public static string Of(DnsRecord record, int maxLength = int.MaxValue)
    {
        var text = record switch
        {
            DnsRecord.Address address => address.Value.ToString(),
            DnsRecord.Text strings => Strings(strings, maxLength),
            DnsRecord.MailExchanger mail => string.Create(CultureInfo.InvariantCulture, $"{mail.Preference} {Absolute(mail.Host)}"),
            DnsRecord.Name name => Absolute(name.Value),
            DnsRecord.StartOfAuthority soa => $"{Absolute(soa.PrimaryServer)} {Absolute(soa.Mailbox)} {soa.Serial} {(long)soa.NegativeTimeToLive.TotalSeconds}",
            DnsRecord.TlsAssociation tls => $"{tls.Usage} {tls.Selector} {tls.MatchingType} {Convert.ToHexStringLower(tls.Data.Span)}",
            DnsRecord.CertificationAuthority caa => $"{caa.Flags} {caa.Tag} {Quoted(caa.Value.Span)}",
            _ => "",
        };
        return text.Length <= maxLength ? text : $"{text.AsSpan(0, maxLength)}...";
    }

    private static string Absolute(Mail.DomainName name) => name.IsRoot ? "." : $"{name}.";

    // A string of its own for each; a few more than are shown, so that the cut is seen.
    private static string Strings(DnsRecord.Text record, int maxLength)
    {
        var text = new StringBuilder();
        var start = 0;
        foreach (var length in record.StringLengths)
        {
            if (text.Length > maxLength) break;
            if (text.Length > 0) text.Append(' ');
            AppendQuoted(text, record.Value.Span.Slice(start, length));
            start += length;
        }
        return text.Length == 0 ? "\"\"" : text.ToString();
    }

    private static string Quoted(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder();
        AppendQuoted(text, octets);
        return text.ToString();
    }

    private static void AppendQuoted(StringBuilder text, ReadOnlySpan<byte> octets)
    {
        text.Append('"');
        foreach (var octet in octets)
        {
            if (octet is (byte)'"' or (byte)'\\') text.Append('\\').Append((char)octet);
            else if (octet is >= (byte)' ' and < 0x7f) text.Append((char)octet);
            else text.Append('\\').Append(octet.ToString("000", CultureInfo.InvariantCulture));
        }
        text.Append('"');
    }
}
