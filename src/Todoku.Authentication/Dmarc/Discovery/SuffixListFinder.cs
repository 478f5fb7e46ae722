using System.Text;
using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>Finds organisational domains by the public suffix list (RFC 7489, section 3.2): the suffix and one label; a suffix is its own.</summary>
public sealed class SuffixListFinder(PublicSuffixList suffixes) : IOrganizationFinder
{
    /// <inheritdoc/>
    public ValueTask<OrganizationLookup> FindAsync(DomainName domain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var isBelow = suffixes.TryFindOrganizationalDomain(Encoding.ASCII.GetBytes(domain.ToString()), out var name);
        var found = DomainName.TryParse(Encoding.ASCII.GetString(name), out var organization) ? organization : domain;
        return ValueTask.FromResult(new OrganizationLookup(domain, found, OrganizationRule.PublicSuffixList, []) { IsPublicSuffix = !isBelow });
    }
}
