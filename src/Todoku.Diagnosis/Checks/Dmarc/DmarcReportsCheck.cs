using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Authentication.Dmarc.Reports;
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
        ReportAddress[] addresses = [.. record.AggregateReports.Concat(record.FailureReports).Where(address => address.Domain is not null).DistinctBy(address => address.Domain).Take(MaxDomains)];
        // Reports to a web address can't be tried from here.
        if (addresses.Length == 0) return [DmarcResults.Of(this, publication, "no-mail", CheckStatus.NotKnown)];
        return await Task.WhenAll(addresses.Select(address => JudgeAsync(context, publication, domain, address, cancellationToken))).ConfigureAwait(false);
    }

    private async Task<CheckResult> WithoutAddressAsync(CheckContext context, DmarcPublication publication, CancellationToken cancellationToken)
    {
        var advice = await DmarcAdvice.OfAsync(context, publication, cancellationToken).ConfigureAwait(false);
        return advice is null
            ? DmarcResults.Of(this, publication, "none-receivable", CheckStatus.Warning)
            : DmarcResults.Of(this, publication, "none", CheckStatus.Warning) with { Records = [advice] };
    }

    private async Task<CheckResult> JudgeAsync(CheckContext context, DmarcPublication publication, DomainName domain, ReportAddress address, CancellationToken cancellationToken)
    {
        var target = address.Domain ?? domain;
        var reception = await MailReception.OfAsync(context, target, cancellationToken).ConfigureAwait(false);
        if (reception.Kind is MailReceptionKind.NullMx or MailReceptionKind.Nothing or MailReceptionKind.NoSuchDomain) return Result("not-receivable", CheckStatus.Warning, reception.Evidence);
        var finder = new TreeWalk(new DmarcLookup(context.Dns, DmarcStandard.Rfc9989));
        var consent = await new ReportAuthorizationCheck(context.Dns, finder).CheckAsync(domain, address, cancellationToken).ConfigureAwait(false);
        return consent switch
        {
            ReportAuthorization.SameOrganization when reception.Kind == MailReceptionKind.NotKnown => Result("unanswered", CheckStatus.NotKnown, reception.Evidence),
            ReportAuthorization.SameOrganization => Result("arrive", CheckStatus.Pass, reception.Evidence),
            ReportAuthorization.Authorized yes => Result("arrive", CheckStatus.Pass, [$"{yes.Name} TXT \"{yes.Text}\""]),
            ReportAuthorization.NotAuthorized { Name: { } name } => Result("not-authorized", CheckStatus.Warning, [$"{name} TXT: no record"]) with
            {
                Records = [new PublishedRecord(name, DnsRecordType.TXT, ReportAuthorization.RecordToPublish)],
            },
            ReportAuthorization.Unknown { Name: { } name, Failure: var failure } => Result("unanswered", CheckStatus.NotKnown, [$"{name} TXT: {FailureText.Of(failure)}"]),
            _ => Result("unanswered", CheckStatus.NotKnown, []),
        };

        CheckResult Result(string outcome, CheckStatus status, IReadOnlyList<string> evidence) =>
            DmarcResults.Of(this, publication, outcome, status, new ReplyValue(CheckValueNames.Name, target.ToString())) with
            {
                Subject = target.ToString(),
                Evidence = [.. publication.Evidence, .. evidence],
            };
    }
}
