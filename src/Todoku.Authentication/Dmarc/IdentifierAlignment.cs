using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;

namespace Todoku.Authentication.Dmarc;

/// <summary>Whether one authenticated domain is aligned.</summary>
/// <param name="Identifier">The domain.</param>
/// <param name="Mode">How alike the record wants them.</param>
/// <param name="Outcome">Whether it is, and why.</param>
/// <param name="Organization">How its organisational domain was found; null when it made no difference.</param>
public sealed record IdentifierAlignment(AuthenticatedIdentifier Identifier, AlignmentMode Mode, AlignmentOutcome Outcome, OrganizationLookup? Organization)
{
    /// <summary>Whether it is aligned.</summary>
    public bool IsAligned => Outcome is AlignmentOutcome.Identical or AlignmentOutcome.SameOrganization;
}
