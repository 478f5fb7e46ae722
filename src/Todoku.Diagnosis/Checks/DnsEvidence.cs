using System.Globalization;
using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks;

/// <summary>Writes what DNS said as evidence, a line a record, in the manner of a master file. Strangers' octets are escaped as there (RFC 1035, section 5.1).</summary>
public static class DnsEvidence
{
    // Longer ones are no records of mail; the rest is counted.
    private const int MaxText = 1000;
    private const int MaxRecords = 12;

    /// <summary>The lines for an answer.</summary>
    public static IReadOnlyList<string> Of(DomainName name, DnsRecordType type, DnsAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(name);
        return answer switch
        {
            DnsAnswer.Found found => OfFound(name, type, found),
            DnsAnswer.NoData => [$"{name} {type}: no record"],
            DnsAnswer.NoSuchDomain => [$"{name} {type}: NXDOMAIN"],
            DnsAnswer.Failed failed => [$"{name} {type}: {Word(failed.Failure)}{(failed.Server.Length > 0 ? $" ({failed.Server})" : "")}"],
            _ => [],
        };
    }

    /// <summary>A failure in the words that DNS tools use.</summary>
    public static string Word(DnsFailure failure) => failure switch
    {
        DnsFailure.TimedOut => "no answer in time",
        DnsFailure.ServerFailure => "SERVFAIL",
        DnsFailure.Refused => "REFUSED",
        DnsFailure.Malformed => "malformed answer",
        DnsFailure.AliasLoop => "CNAME loop",
        DnsFailure.Unreachable => "no resolver reachable",
        _ => "other failure",
    };

    /// <summary>The text of a TXT record for a person: octets that are not printable ASCII as <c>\DDD</c>.</summary>
    public static string Text(ReadOnlySpan<byte> value)
    {
        var text = new StringBuilder();
        foreach (var octet in value[..Math.Min(value.Length, MaxText)])
        {
            if (octet is >= 0x20 and < 0x7f) text.Append((char)octet);
            else text.Append('\\').Append(octet.ToString("000", CultureInfo.InvariantCulture));
        }
        if (value.Length > MaxText) text.Append(CultureInfo.InvariantCulture, $"... ({value.Length} octets)");
        return text.ToString();
    }

    private static List<string> OfFound(DomainName name, DnsRecordType type, DnsAnswer.Found found)
    {
        List<string> lines = [];
        var owner = name;
        foreach (var alias in found.Aliases)
        {
            lines.Add($"{owner} CNAME {alias}");
            owner = alias;
        }
        lines.AddRange(found.Records.Take(MaxRecords).Select(record => $"{owner} {type} {Value(record)}"));
        if (found.Records.Count > MaxRecords) lines.Add($"{owner} {type} ... ({found.Records.Count} records)");
        return lines;
    }

    private static string Value(DnsRecord record) => record switch
    {
        DnsRecord.Address address => address.Value.ToString(),
        DnsRecord.Text text => $"\"{Text(text.Value.Span)}\"",
        DnsRecord.MailExchanger mx => $"{mx.Preference} {mx.Host}",
        DnsRecord.Name target => target.Value.ToString(),
        DnsRecord.StartOfAuthority soa => $"{soa.PrimaryServer} {soa.Mailbox} {soa.Serial}",
        DnsRecord.TlsAssociation tlsa => $"{tlsa.Usage} {tlsa.Selector} {tlsa.MatchingType} {Convert.ToHexStringLower(tlsa.Data.Span)}",
        DnsRecord.CertificationAuthority caa => $"{caa.Flags} {caa.Tag} \"{Text(caa.Value.Span)}\"",
        _ => "",
    };
}
