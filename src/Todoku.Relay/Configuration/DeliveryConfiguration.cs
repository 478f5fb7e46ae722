namespace Todoku.Relay.Configuration;

/// <summary>The delivery as a whole.</summary>
public sealed record DeliveryConfiguration
{
    /// <summary>Connections to other servers at once, whatever their provider.</summary>
    /// <value>500.</value>
    public int Connections { get; init; } = 500;

    /// <summary>How long a connection that nothing is sent over is kept for the next message.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan KeepIdle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The age at which senders are told that their mail is late.</summary>
    /// <value>4 hours.</value>
    public TimeSpan DelayNoticeAfter { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The age at which mail that is not delivered is given up at the latest; null as each cause has it.</summary>
    public TimeSpan? GiveUpAfter { get; init; }
}
