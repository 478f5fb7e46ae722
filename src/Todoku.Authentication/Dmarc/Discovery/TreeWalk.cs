using Todoku.Authentication.Dmarc.Records;
using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>
/// The DNS tree walk (RFC 9989, section 4.10) and the choice of the organisational domain from what it finds (section 4.10.2).
/// </summary>
/// <remarks>
/// A query that fails ends the walk: it could have found psd=n or psd=y, so what stands above decides nothing.
/// At most <see cref="MaxQueries"/> names are asked for.
/// </remarks>
public sealed class TreeWalk(DmarcLookup lookup) : IOrganizationFinder
{
    /// <summary>The most names of one walk.</summary>
    public const int MaxQueries = 8;

    /// <inheritdoc/>
    public async ValueTask<OrganizationLookup> FindAsync(DomainName domain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var queries = new List<DmarcQuery>();
        for (var target = domain; !target.IsRoot; target = Next(target))
        {
            var query = await lookup.FindAsync(target, cancellationToken);
            queries.Add(query);
            if (query.Finding is DmarcFinding.Failed) return new OrganizationLookup(domain, null, OrganizationRule.Unknown, queries);
            if (query.Finding is DmarcFinding.Record { Value.PublicSuffix: not PublicSuffixMark.Unspecified }) break;
        }
        var (organization, rule) = Choose(domain, queries);
        return new OrganizationLookup(domain, organization, rule, queries);
    }

    // Step 4: with 8 labels or more, those on the left go until 7 remain.
    private static DomainName Next(DomainName target) => target.LabelCount >= MaxQueries ? target.LastLabels(MaxQueries - 1) : target.Parent;

    // The rules of section 4.10.2 in their order, from the longest name to the shortest.
    private static (DomainName Domain, OrganizationRule Rule) Choose(DomainName start, IReadOnlyList<DmarcQuery> queries)
    {
        DomainName? shortest = null;
        foreach (var query in queries)
        {
            if (query.Finding is not DmarcFinding.Record { Value: var record }) continue;
            if (record.PublicSuffix == PublicSuffixMark.No) return (query.Domain, OrganizationRule.NotPublicSuffix);
            if (record.PublicSuffix == PublicSuffixMark.Yes && !query.Domain.Equals(start))
                return (start.LastLabels(query.Domain.LabelCount + 1), OrganizationRule.BelowPublicSuffix);
            shortest = query.Domain;
        }
        return shortest is null ? (start, OrganizationRule.Itself) : (shortest, OrganizationRule.FewestLabels);
    }
}
