using Todoku.Mail;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>What DNS says of the servers of a domain.</summary>
internal abstract record ServerLookupResult
{
    private ServerLookupResult()
    {
    }

    /// <summary>How long that may be kept.</summary>
    public required TimeSpan TimeToLive { get; init; }

    /// <summary>There are some.</summary>
    /// <param name="Candidates">Those with an address that can be used, by preference; at least one.</param>
    /// <param name="Names">All servers that the records name, those without an address too: they make the lane, which must not change with every hiccup of DNS.</param>
    /// <param name="HasRecords">Whether MX records name them; false when the domain is its own server.</param>
    /// <param name="IsSecure">Whether DNSSEC vouches for the records.</param>
    public sealed record Servers(IReadOnlyList<ServerCandidate> Candidates, IReadOnlyList<DomainName> Names, bool HasRecords, bool IsSecure) : ServerLookupResult;

    /// <summary>There are none.</summary>
    /// <param name="Destination">What that means.</param>
    public sealed record Nowhere(Destination Destination) : ServerLookupResult;
}
