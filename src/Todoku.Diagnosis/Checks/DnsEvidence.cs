using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks;

/// <summary>Writes what DNS said as evidence, a line a record, in the manner of a master file.</summary>
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
            DnsAnswer.Failed failed => [$"{name} {type}: {FailureText.Of(failed.Failure)}{(failed.Server.Length > 0 ? $" ({failed.Server})" : "")}"],
            _ => [],
        };
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
        lines.AddRange(found.Records.Take(MaxRecords).Select(record => $"{owner} {type} {RecordText.Of(record, MaxText)}"));
        if (found.Records.Count > MaxRecords) lines.Add($"{owner} {type} ... ({found.Records.Count} records)");
        return lines;
    }
}
