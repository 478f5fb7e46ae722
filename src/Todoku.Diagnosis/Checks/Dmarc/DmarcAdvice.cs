using System.Buffers;
using System.Text;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Diagnosis.Checks.Receiving;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Dmarc;

/// <summary>
/// The one DMARC record that the sender should publish, whichever point asks for it: what is there stays as it is, what is wrong goes, and reports go to
/// the domain itself when it can receive mail. A policy is never made stricter.
/// </summary>
public static class DmarcAdvice
{
    private const string Mailbox = "dmarc";

    // What the values of tags that mean something are made of; other values are not worth carrying on.
    private static readonly SearchValues<char> Harmless = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@$&'()*+,=%!");

    /// <summary>The record; null when nothing is to be changed, or when the record is not the sender's own.</summary>
    public static async Task<PublishedRecord?> OfAsync(CheckContext context, DmarcPublication publication, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publication);
        var discovery = publication.Discovery;
        if (discovery.Outcome is DiscoveryOutcome.Failed or DiscoveryOutcome.AtPublicSuffix) return null;
        var domain = discovery.Domain ?? publication.From;
        if (DmarcPublication.NameOf(domain) is not { } name) return null;
        var existing = Existing(publication);
        var isToMend = existing is null || publication.Own is DmarcFinding.Several || existing.Problems.Any(problem => problem.IsError) || existing.AggregateReports.Count == 0;
        if (!isToMend) return null;
        var text = Compose(existing, existing is { AggregateReports.Count: > 0 } ? "" : await ReportsAsync(context, domain, cancellationToken).ConfigureAwait(false));
        return text == existing?.Text && publication.Own is not DmarcFinding.Several ? null : new PublishedRecord(name, DnsRecordType.TXT, text);
    }

    /// <summary>Writes a record.</summary>
    /// <param name="existing">The record that is there; null for none.</param>
    /// <param name="reports">The URI for aggregate reports to add; empty for none.</param>
    public static string Compose(DmarcRecord? existing, string reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var policy = existing?.Policy ?? DmarcPolicy.None;
        List<string> tags = ["v=DMARC1", $"p={policy.Word}"];
        if (existing is not null)
        {
            var wrong = existing.Problems.Where(problem => problem.Kind is DmarcProblemKind.InvalidValue or DmarcProblemKind.UnknownTag).Select(problem => problem.Tag).ToHashSet();
            foreach (var tag in existing.Tags)
            {
                if (tag.Name == "p" || wrong.Contains(tag.Name)) continue;
                var value = tag.Name switch { "rua" => Joined(existing.AggregateReports), "ruf" => Joined(existing.FailureReports), _ => tag.Value };
                if (value.Length > 0 && !value.AsSpan().ContainsAnyExcept(Harmless)) tags.Add($"{tag.Name}={value}");
            }
        }
        if (reports.Length > 0) tags.Add($"rua={reports}");
        return string.Join("; ", tags);
    }

    // Of several records the mildest counts: a policy that some receivers never applied must not begin to refuse mail.
    private static DmarcRecord? Existing(DmarcPublication publication) =>
        publication.Own is DmarcFinding.Several several
            ? several.Texts.Select(Parse).OfType<DmarcRecord>().OrderBy(record => record.Policy ?? DmarcPolicy.None).ThenByDescending(record => record.AggregateReports.Count).FirstOrDefault()
            : publication.Record;

    private static DmarcRecord? Parse(string text) => DmarcRecord.TryParse(Encoding.UTF8.GetBytes(text), DmarcStandard.Rfc9989, out var record) ? record : null;

    private static async Task<string> ReportsAsync(CheckContext context, DomainName domain, CancellationToken cancellationToken)
    {
        var reception = await MailReception.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        return reception.Kind is MailReceptionKind.Servers or MailReceptionKind.AddressOnly ? $"mailto:{Mailbox}@{domain}" : "";
    }

    private static string Joined(IReadOnlyList<ReportAddress> addresses) => string.Join(',', addresses.Select(address => address.Uri));
}
