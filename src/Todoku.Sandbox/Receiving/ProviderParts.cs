using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Sandbox.Mails;
using Todoku.Sandbox.World;
using Todoku.Sandbox.World.Listings;

namespace Todoku.Sandbox.Receiving;

/// <summary>What all providers of a world stand on.</summary>
public sealed record ProviderParts
{
    /// <summary>DNS.</summary>
    public required IDnsResolver Dns { get; init; }

    /// <summary>The blocklists that they ask.</summary>
    public required IListings Listings { get; init; }

    /// <summary>Which address a client has in the world.</summary>
    public required AddressMap Addresses { get; init; }

    /// <summary>The knowledge, which has the words of replies.</summary>
    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>Where mail is kept.</summary>
    public required MailStore Mails { get; init; }

    /// <summary>The clock of the world.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Is called before anything is judged, so that what is due happens first.</summary>
    public required Action Look { get; init; }
}
