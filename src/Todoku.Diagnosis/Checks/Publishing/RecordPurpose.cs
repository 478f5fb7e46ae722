using System.Text;
using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>What a TXT record is for, by which it is told which records a new one takes the place of: a domain's other texts stay.</summary>
internal static class RecordPurpose
{
    private const string Keys = "_domainkey";
    private const string Dmarc = "_dmarc";

    /// <summary>The purpose of a text at a name.</summary>
    public static string Of(DomainName name, ReadOnlySpan<byte> text)
    {
        if (SpfRecord.IsSpf(text)) return "spf";
        var labels = name.ToString().Split('.');
        if (labels.Length > 1 && labels.Contains(Keys)) return Keys;
        // What stands at _dmarc and is no record is a broken one.
        return labels[0] == Dmarc || labels.Contains(Dmarc) ? Dmarc : Encoding.Latin1.GetString(text);
    }

    /// <summary>The purpose of a record to publish.</summary>
    public static string Of(PublishedRecord record) => record.Type == DnsRecordType.TXT ? Of(record.Name, Encoding.UTF8.GetBytes(record.Value)) : record.Value;

    /// <summary>The records of an answer that serve the purpose of a new one.</summary>
    public static IReadOnlyList<DnsRecord.Text> Same(PublishedRecord record, DnsAnswer answer) =>
        record.Type == DnsRecordType.TXT && answer is DnsAnswer.Found { Aliases.Count: 0 } found
            ? [.. found.Records.OfType<DnsRecord.Text>().Where(text => Of(record.Name, text.Value.Span) == Of(record))]
            : [];

    /// <summary>Whether a text is that of the new record.</summary>
    public static bool IsText(PublishedRecord record, DnsRecord.Text text) => text.Value.Span.SequenceEqual(Encoding.UTF8.GetBytes(record.Value));

    /// <summary>Whether an answer has the new record, and no other of its purpose.</summary>
    public static bool Holds(PublishedRecord record, DnsAnswer answer) => record.Type == DnsRecordType.TXT
        ? Same(record, answer) is [var only] && IsText(record, only)
        : answer is DnsAnswer.Found found && found.Records.Any(other => RecordText.Of(other) == record.Value);
}
