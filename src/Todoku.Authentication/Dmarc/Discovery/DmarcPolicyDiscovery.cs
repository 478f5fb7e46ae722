using Todoku.Authentication.Dmarc.Records;
using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>Which record applies to the mail of a domain, and how it was found (RFC 9989, section 4.10.1; RFC 7489, section 6.6.3).</summary>
/// <remarks>
/// RFC 9989: the record of the author's domain, else of its organisational domain, else of the public suffix domain above that one.
/// Records at names between them count for nothing. RFC 7489: the record of the author's domain, else of the organisational domain.
/// </remarks>
/// <param name="Outcome">Where it is, or why there is none.</param>
/// <param name="Domain">The domain that has the record; null when there is none.</param>
/// <param name="Record">The record; null when there is none.</param>
/// <param name="Organization">The organisational domain of the author's.</param>
/// <param name="Queries">All steps in their order.</param>
public sealed record DmarcPolicyDiscovery(
    DiscoveryOutcome Outcome,
    DomainName? Domain,
    DmarcRecord? Record,
    OrganizationLookup Organization,
    IReadOnlyList<DmarcQuery> Queries)
{
    /// <summary>Looks for the record by RFC 9989.</summary>
    public static async ValueTask<DmarcPolicyDiscovery> WalkAsync(DomainName author, TreeWalk walk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(walk);
        var organization = await walk.FindAsync(author, cancellationToken);
        var queries = organization.Queries;
        // What follows the first query serves alignment alone when the author's domain has a record: it may fail without harm.
        if (At(queries, author) is { } own) return Found(DiscoveryOutcome.AtAuthorDomain, author, own);
        if (organization.Domain is null) return new DmarcPolicyDiscovery(DiscoveryOutcome.Failed, null, null, organization, queries);
        if (At(queries, organization.Domain) is { } record) return Found(DiscoveryOutcome.AtOrganizationalDomain, organization.Domain, record);
        return queries[^1] is { Domain: var suffix, Finding: DmarcFinding.Record { Value: { PublicSuffix: PublicSuffixMark.Yes } above } }
            ? Found(DiscoveryOutcome.AtPublicSuffix, suffix, above)
            : new DmarcPolicyDiscovery(DiscoveryOutcome.NoRecord, null, null, organization, queries);

        DmarcPolicyDiscovery Found(DiscoveryOutcome outcome, DomainName domain, DmarcRecord found) => new(outcome, domain, found, organization, queries);
    }

    /// <summary>Looks for the record by RFC 7489.</summary>
    public static async ValueTask<DmarcPolicyDiscovery> AskTwiceAsync(
        DomainName author, DmarcLookup lookup, SuffixListFinder suffixes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(lookup);
        ArgumentNullException.ThrowIfNull(suffixes);
        var organization = await suffixes.FindAsync(author, cancellationToken);
        var queries = new List<DmarcQuery>();
        foreach (var domain in new[] { author, organization.Domain ?? author }.Distinct())
        {
            var query = await lookup.FindAsync(domain, cancellationToken);
            queries.Add(query);
            if (query.Finding is DmarcFinding.Absent) continue;
            var outcome = query.Finding switch
            {
                DmarcFinding.Several => DiscoveryOutcome.SeveralRecords,
                DmarcFinding.Failed => DiscoveryOutcome.Failed,
                _ => domain.Equals(author) ? DiscoveryOutcome.AtAuthorDomain : DiscoveryOutcome.AtOrganizationalDomain,
            };
            var record = (query.Finding as DmarcFinding.Record)?.Value;
            return new DmarcPolicyDiscovery(outcome, record is null ? null : domain, record, organization, queries);
        }
        return new DmarcPolicyDiscovery(DiscoveryOutcome.NoRecord, null, null, organization, queries);
    }

    private static DmarcRecord? At(IReadOnlyList<DmarcQuery> queries, DomainName domain) =>
        queries.FirstOrDefault(query => query.Domain.Equals(domain))?.Finding is DmarcFinding.Record { Value: var record } ? record : null;
}
