using System.Text;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Diagnosis.Checks.Receiving;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Dmarc;

/// <summary>
/// Whether aggregate reports arrive: there is an address, its domain receives mail, and a domain of somebody else says that it wants them
/// (RFC 9990, "Verifying External Destinations").
/// </summary>
public sealed class DmarcReportsCheck : ICheck
{
    private const int MaxDomains = 10;
    private const string Consent = "v=DMARC1";

    /// <inheritdoc/>
    public string Id => "dmarc-reports";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["arrive", "none", "none-receivable", "no-mail", "not-receivable", "not-authorized", "unanswered", "no-record"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publication = await DmarcPublication.OfAsync(context, cancellationToken).ConfigureAwait(false);
        if (publication.UsableRecord is not { } record || publication.Discovery.Domain is not { } domain) return [DmarcResults.Of(this, publication, "no-record", CheckStatus.NotApplicable)];
        if (record.AggregateReports.Count == 0) return [await WithoutAddressAsync(context, publication, cancellationToken).ConfigureAwait(false)];
        DomainName[] domains = [.. record.AggregateReports.Concat(record.FailureReports).Select(address => address.Domain).OfType<DomainName>().Distinct().Take(MaxDomains)];
        // Reports to a web address can't be tried from here.
        if (domains.Length == 0) return [DmarcResults.Of(this, publication, "no-mail", CheckStatus.NotKnown)];
        return await Task.WhenAll(domains.Select(target => JudgeAsync(context, publication, domain, target, cancellationToken))).ConfigureAwait(false);
    }

    private async Task<CheckResult> WithoutAddressAsync(CheckContext context, DmarcPublication publication, CancellationToken cancellationToken)
    {
        var advice = await DmarcAdvice.OfAsync(context, publication, cancellationToken).ConfigureAwait(false);
        return advice is null
            ? DmarcResults.Of(this, publication, "none-receivable", CheckStatus.Warning)
            : DmarcResults.Of(this, publication, "none", CheckStatus.Warning) with { Records = [advice] };
    }

    private async Task<CheckResult> JudgeAsync(CheckContext context, DmarcPublication publication, DomainName domain, DomainName target, CancellationToken cancellationToken)
    {
        var reception = await MailReception.OfAsync(context, target, cancellationToken).ConfigureAwait(false);
        CheckResult Result(string outcome, CheckStatus status, params IReadOnlyList<string> evidence) =>
            DmarcResults.Of(this, publication, outcome, status, new ReplyValue(CheckValueNames.Name, target.ToString())) with
            {
                Subject = target.ToString(),
                Evidence = [.. publication.Evidence, .. evidence],
            };
        if (reception.Kind is MailReceptionKind.NullMx or MailReceptionKind.Nothing or MailReceptionKind.NoSuchDomain) return Result("not-receivable", CheckStatus.Warning, reception.Evidence);
        if (context.AreOfOneOrganization(target, domain))
            return reception.Kind == MailReceptionKind.NotKnown ? Result("unanswered", CheckStatus.NotKnown, reception.Evidence) : Result("arrive", CheckStatus.Pass, reception.Evidence);
        if (!target.TryPrepend($"{domain}._report._dmarc", out var name)) return Result("unanswered", CheckStatus.NotKnown);
        var answer = await context.Dns.AskAsync(name, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(name, DnsRecordType.TXT, answer);
        return answer switch
        {
            DnsAnswer.Failed => Result("unanswered", CheckStatus.NotKnown, evidence),
            DnsAnswer.Found found when found.Records.OfType<DnsRecord.Text>().Any(IsConsent) => Result("arrive", CheckStatus.Pass, evidence),
            _ => Result("not-authorized", CheckStatus.Warning, evidence) with { Records = [new PublishedRecord(name, DnsRecordType.TXT, Consent)] },
        };
    }

    private static bool IsConsent(DnsRecord.Text text) =>
        DmarcRecord.TryParse(text.Value.Span, DmarcStandard.Rfc9989, out _) || Encoding.Latin1.GetString(text.Value.Span).Trim() == Consent;
}
