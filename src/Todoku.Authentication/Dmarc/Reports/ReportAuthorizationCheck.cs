using System.Text;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Reports;

/// <summary>Asks whether the domain of a report address wants the reports: <c>example.com._report._dmarc.third.example</c>.</summary>
/// <param name="resolver">Whom to ask.</param>
/// <param name="finder">Finds organisational domains.</param>
public sealed class ReportAuthorizationCheck(IDnsResolver resolver, IOrganizationFinder finder)
{
    private const string Label = "_report._dmarc";

    /// <summary>Asks for one address.</summary>
    /// <param name="policyDomain">The domain that has the record with the address.</param>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReportAuthorization> CheckAsync(DomainName policyDomain, ReportAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policyDomain);
        ArgumentNullException.ThrowIfNull(address);
        if (address.Domain is not { } destination) return new ReportAuthorization.NotByMail();
        if (destination.Equals(policyDomain)) return new ReportAuthorization.SameOrganization();
        var own = await finder.FindAsync(policyDomain, cancellationToken);
        var other = await finder.FindAsync(destination, cancellationToken);
        if (own.Domain is not null && own.Domain.Equals(other.Domain)) return new ReportAuthorization.SameOrganization();
        if (!destination.TryPrepend($"{policyDomain}.{Label}", out var name)) return new ReportAuthorization.NotAuthorized(null);
        var answer = await resolver.AskAsync(name, DnsRecordType.TXT, cancellationToken);
        if (answer is DnsAnswer.Failed failed) return new ReportAuthorization.Unknown(name, failed.Failure);
        // One valid record is enough; several are no error here.
        foreach (var text in (answer as DnsAnswer.Found)?.Records.OfType<DnsRecord.Text>() ?? [])
        {
            if (DmarcRecord.TryParse(text.Value.Span, DmarcStandard.Rfc9989, out _)) return new ReportAuthorization.Authorized(name, Encoding.UTF8.GetString(text.Value.Span));
        }
        // Without a record it comes to whether they are one organisation; that may be what DNS did not say.
        return Failure(own) ?? Failure(other) ?? new ReportAuthorization.NotAuthorized(name);

        ReportAuthorization? Failure(OrganizationLookup lookup) =>
            lookup.Domain is null && lookup.Queries is [.., { Finding: DmarcFinding.Failed { Failure: var failure } }] ? new ReportAuthorization.Unknown(name, failure) : null;
    }
}
