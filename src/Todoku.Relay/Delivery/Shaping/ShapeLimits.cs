namespace Todoku.Relay.Delivery.Shaping;

/// <summary>What may be sent to one provider by one path.</summary>
public sealed record ShapeLimits
{
    /// <summary>Connections at once.</summary>
    public int Connections { get; init; } = 20;

    /// <summary>Messages over one connection.</summary>
    public int MessagesPerConnection { get; init; } = 100;

    /// <summary>Recipients of one message.</summary>
    public int Recipients { get; init; } = 50;

    /// <summary>Messages in each <see cref="RatePeriod"/>; null without a limit.</summary>
    public int? Rate { get; init; }

    /// <summary>The period of <see cref="Rate"/>.</summary>
    public TimeSpan RatePeriod { get; init; } = TimeSpan.FromHours(1);
}
