using Todoku.Authentication.TagLists;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Transport;

/// <summary>Asks for TXT records that begin with a version, as those of RFC 8460 and 8461 do.</summary>
internal static class TextRecords
{
    /// <summary>The records of that version; null when DNS gave no answer.</summary>
    public static async Task<(IReadOnlyList<string>? Records, IReadOnlyList<string> Evidence)> OfAsync(
        CheckContext context, DomainName name, string version, CancellationToken cancellationToken)
    {
        var answer = await context.Dns.AskAsync(name, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(name, DnsRecordType.TXT, answer);
        return answer switch
        {
            DnsAnswer.Failed => (null, evidence),
            DnsAnswer.Found found => (VersionedText.Of(found, version), evidence),
            _ => ([], evidence),
        };
    }
}
