using Todoku.Relay.Configuration;

namespace Todoku.Relay.Routing.Paths;

/// <summary>The paths and what they are allowed.</summary>
public sealed record PathSettings
{
    /// <summary>The ladders; the first that covers a message counts.</summary>
    public required IReadOnlyList<LadderRule> Ladders { get; init; }

    /// <summary>The path of mail for this machine.</summary>
    public required RelayPath Local { get; init; }

    /// <summary>How new paths are made known to providers.</summary>
    public IReadOnlyList<WarmUpConfiguration> WarmUps { get; init; } = [];

    /// <summary>What holds back rerouted mail.</summary>
    public RerouteGuards Guards { get; init; } = new();
}
