using Todoku.Knowledge;
using Todoku.Relay.Configuration;

namespace Todoku.Relay.Delivery.Shaping;

/// <summary>Where the limits of a provider and path come from.</summary>
public sealed record ShapeSettings
{
    /// <summary>What holds where nothing else is known.</summary>
    public ShapeLimits Usual { get; init; } = new();

    /// <summary>What holds at a smart host, for the mail of all providers together.</summary>
    public ShapeLimits UsualSmartHost { get; init; } = new();

    /// <summary>What the configuration says; the more it names of provider and path, the more it counts.</summary>
    public IReadOnlyList<ShapingConfiguration> Overrides { get; init; } = [];

    /// <summary>The names of the paths that are smart hosts.</summary>
    public IReadOnlyList<string> SmartHosts { get; init; } = [];

    /// <summary>The providers, with what they publish (<see cref="Provider.Limits"/>).</summary>
    public IReadOnlyList<Provider> Providers { get; init; } = [];
}
