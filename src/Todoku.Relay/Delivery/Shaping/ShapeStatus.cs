using Todoku.Knowledge;

namespace Todoku.Relay.Delivery.Shaping;

/// <summary>How much one provider is sent at a time by one path, for <c>todoku relay limits</c>.</summary>
/// <param name="Provider">The provider's id, or the domain where it is not known; <see cref="Everybody"/> for a smart host.</param>
/// <param name="Path">The name of the path.</param>
public sealed record ShapeStatus(string Provider, string Path)
{
    /// <summary>In place of a provider: all of them.</summary>
    public const string Everybody = "*";

    /// <summary>The limits that it began with.</summary>
    public required ShapeLimits Limits { get; init; }

    /// <summary>Where they come from, in English: "usual", "published by yahoo", "configuration".</summary>
    public required string From { get; init; }

    /// <summary>The limits that hold now.</summary>
    public required ShapeLimits Now { get; init; }

    /// <summary>Messages that are being sent.</summary>
    public required int Running { get; init; }

    /// <summary>Messages that wait for one of these to end.</summary>
    public int Waiting { get; init; }

    /// <summary>Messages that were sent in the last whole minute.</summary>
    public required int LastMinute { get; init; }

    /// <summary>The limit that holds mail back now, in English; null when none does.</summary>
    public string? Binds { get; init; }

    /// <summary>Why less is sent than <see cref="Limits"/> allow; null when it is not so.</summary>
    public Cause? SlowedBy { get; init; }

    /// <summary>When it was last slowed down; null when never.</summary>
    public DateTimeOffset? SlowedAt { get; init; }

    /// <summary>Until when no connection is made, since the last ones failed; null when that is not so.</summary>
    public DateTimeOffset? BacksOffUntil { get; init; }

    /// <summary>Connections that failed in a row.</summary>
    public int FailedConnections { get; init; }
}
