namespace Todoku.Relay.Configuration;

/// <summary>What is sent at a time to a provider, by a path, or both. What is null stays as it is known of the provider.</summary>
public sealed record ShapingConfiguration
{
    /// <summary>The provider's id, or a domain; null for all.</summary>
    public string? Provider { get; init; }

    /// <summary>The path; null for all.</summary>
    public string? Path { get; init; }

    /// <summary>Connections at once.</summary>
    public int? Connections { get; init; }

    /// <summary>Messages over one connection.</summary>
    public int? MessagesPerConnection { get; init; }

    /// <summary>Recipients of one message.</summary>
    public int? Recipients { get; init; }

    /// <summary>Messages in each <see cref="RatePeriod"/>.</summary>
    public int? Rate { get; init; }

    /// <summary>The period of <see cref="Rate"/>.</summary>
    public TimeSpan RatePeriod { get; init; } = TimeSpan.FromHours(1);
}
