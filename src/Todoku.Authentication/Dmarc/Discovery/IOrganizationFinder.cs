using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Discovery;

/// <summary>Finds organisational domains: <see cref="TreeWalk"/> or <see cref="SuffixListFinder"/>.</summary>
public interface IOrganizationFinder
{
    /// <summary>Finds the organisational domain of a domain.</summary>
    ValueTask<OrganizationLookup> FindAsync(DomainName domain, CancellationToken cancellationToken);
}
