using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>How the organisational domain of a domain was found.</summary>
/// <param name="Start">The domain.</param>
/// <param name="Domain">Its organisational domain; null when a query failed.</param>
/// <param name="Rule">Which rule gave it.</param>
/// <param name="Queries">The steps of the tree walk; none with the public suffix list.</param>
public sealed record OrganizationLookup(DomainName Start, DomainName? Domain, OrganizationRule Rule, IReadOnlyList<DmarcQuery> Queries)
{
    /// <summary>Whether the public suffix list has the domain itself as a suffix: nobody's organisational domain lies above or at it.</summary>
    public bool IsPublicSuffix { get; init; }
}
