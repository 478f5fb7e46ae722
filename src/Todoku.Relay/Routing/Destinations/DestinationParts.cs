using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Tls;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>What finding servers works with.</summary>
public sealed record DestinationParts
{
    /// <summary>DNS.</summary>
    public required IDnsResolver Dns { get; init; }

    /// <summary>Knows the providers by their hosts.</summary>
    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>What domains ask of TLS to them.</summary>
    public required TlsPolicies Tls { get; init; }

    /// <summary>The TLS that domains had.</summary>
    public required TlsMemory Memory { get; init; }

    /// <summary>Which addresses failed lately.</summary>
    public required FamilyMemory Families { get; init; }

    /// <summary>The time.</summary>
    public required SteadyClock Clock { get; init; }

    /// <summary>Where chance comes from.</summary>
    public Random Chance { get; init; } = Random.Shared;
}
