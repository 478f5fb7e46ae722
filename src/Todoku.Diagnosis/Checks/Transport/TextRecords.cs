using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Transport;

/// <summary>TXT records that begin with a version, as those of RFC 8460 and 8461 do.</summary>
internal static class TextRecords
{
    // Far beyond any record of a few tags.
    private const int MaxLength = 4096;

    /// <summary>The records of that version; null when DNS gave no answer.</summary>
    public static async Task<(IReadOnlyList<string>? Records, IReadOnlyList<string> Evidence)> OfAsync(
        CheckContext context, DomainName name, string version, CancellationToken cancellationToken)
    {
        var answer = await context.Dns.AskAsync(name, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(name, DnsRecordType.TXT, answer);
        return answer switch
        {
            DnsAnswer.Failed => (null, evidence),
            DnsAnswer.Found found =>
                ([.. found.Records.OfType<DnsRecord.Text>().Where(record => record.Value.Length <= MaxLength).Select(record => Encoding.Latin1.GetString(record.Value.Span)).Where(IsOfVersion)], evidence),
            _ => ([], evidence),
        };

        bool IsOfVersion(string text) => text.StartsWith(version, StringComparison.Ordinal) && text.AsSpan(version.Length).TrimStart(" \t") is [] or [';', ..];
    }

    /// <summary>The value of a tag; null when it is not there.</summary>
    public static string? Tag(string record, string name)
    {
        foreach (var range in record.AsSpan().Split(';'))
        {
            var field = record.AsSpan()[range];
            var equals = field.IndexOf('=');
            if (equals > 0 && field[..equals].Trim(" \t").SequenceEqual(name)) return field[(equals + 1)..].Trim(" \t").ToString();
        }
        return null;
    }
}
