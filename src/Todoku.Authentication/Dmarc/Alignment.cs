using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Mail;

namespace Todoku.Authentication.Dmarc;

/// <summary>
/// Decides whether authenticated domains are aligned with the author's (RFC 9989, section 4.10.2; RFC 7489, section 3.1).
/// </summary>
/// <remarks>
/// Only what can make a difference is asked. The organisational domain of a domain is the domain itself or one above it; so a domain outside the
/// author's organisational domain can't have the same, and no query is made for it. Within it, each domain needs a walk of its own: a record with
/// psd=n or psd=y on the way cuts it off.
/// </remarks>
internal sealed class Alignment(DomainName author, OrganizationLookup organization, IOrganizationFinder finder)
{
    /// <summary>The most domains for which the tree is walked.</summary>
    public const int MaxWalks = 20;

    /// <summary>After so many walks that failed no more is begun: DNS doesn't answer.</summary>
    public const int MaxFailedWalks = 3;

    private readonly Dictionary<DomainName, OrganizationLookup> _walks = [];
    private int _failed;

    /// <summary>Decides about one domain.</summary>
    public async ValueTask<IdentifierAlignment> DecideAsync(AuthenticatedIdentifier identifier, AlignmentMode mode, CancellationToken cancellationToken)
    {
        if (!identifier.IsPass && !identifier.IsTemporary) return new IdentifierAlignment(identifier, mode, AlignmentOutcome.NotAuthenticated, null);
        var (outcome, walk) = await CompareAsync(identifier, mode, cancellationToken);
        if (identifier.IsTemporary && outcome is (AlignmentOutcome.Identical or AlignmentOutcome.SameOrganization)) outcome = AlignmentOutcome.WouldAlign;
        return new IdentifierAlignment(identifier, mode, outcome, walk);
    }

    private async ValueTask<(AlignmentOutcome Outcome, OrganizationLookup? Walk)> CompareAsync(
        AuthenticatedIdentifier identifier, AlignmentMode mode, CancellationToken cancellationToken)
    {
        if (!DomainName.TryParse(identifier.Domain, out var domain)) return (AlignmentOutcome.NotADomain, null);
        if (domain.Equals(author)) return (AlignmentOutcome.Identical, null);
        if (mode == AlignmentMode.Strict) return (AlignmentOutcome.StrictAndDifferent, null);
        // Whatever the organisational domain is, it is no wider than the top-level domain.
        if (!domain.IsWithin(author.LastLabels(1))) return (AlignmentOutcome.OutsideOrganization, null);
        if (organization.Domain is null) return (AlignmentOutcome.LookupFailed, null);
        if (!domain.IsWithin(organization.Domain)) return (AlignmentOutcome.OutsideOrganization, null);
        if (!_walks.TryGetValue(domain, out var walk))
        {
            if (_walks.Count == MaxWalks) return (AlignmentOutcome.TooMany, null);
            if (_failed == MaxFailedWalks) return (AlignmentOutcome.LookupFailed, null);
            walk = await finder.FindAsync(domain, cancellationToken);
            if (walk.Domain is null) _failed++;
            _walks.Add(domain, walk);
        }
        var outcome = walk.Domain is null ? AlignmentOutcome.LookupFailed
            : walk.Domain.Equals(organization.Domain) ? AlignmentOutcome.SameOrganization
            : AlignmentOutcome.OwnOrganization;
        return (outcome, walk);
    }
}
