using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Decisions;

namespace Todoku.Relay.Delivery.Shaping;

/// <summary>How much less is sent when a provider says so, and how it becomes more again.</summary>
/// <remarks>
/// <code>
/// what was decided                           connections   messages a minute                  recipients of a message
/// slow down (too much at a time)             half          half of what was sent lately       half
/// next path (it refuses the path)            1             a tenth                            as they are
/// 3 connections failed in a row              none for 10 s, doubled with each further failure, to 10 min
/// delivered, after a quiet minute            + 1/20        + 1/20 of what was sent when slowed + 1/20
/// </code>
/// Replies that come together are one sign: it is slowed down once in <see cref="OneSign"/>. A rate that no limit had asked for is dropped when it is back at
/// twice what it was.
/// </remarks>
public static class ShapePolicy
{
    /// <summary>How many messages may wait for a connection to end, for each connection that is allowed. They hold places that mail for others could use.</summary>
    public const int WaitingPerConnection = 8;

    /// <summary>Within what time several replies are one sign.</summary>
    public static TimeSpan OneSign { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a limit grows at most.</summary>
    public static TimeSpan Growth { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The part by which a limit grows.</summary>
    public const double Step = 1 / 20.0;

    /// <summary>The least messages a minute to which mail is slowed down.</summary>
    public const double LeastPerMinute = 1;

    /// <summary>How many connections must fail in a row before a pause.</summary>
    public const int FailuresBeforePause = 3;

    /// <summary>What is left of the limits after an attempt; null when it is no sign.</summary>
    public static (double Connections, double Rate, double Recipients)? LeftAfter(DeliveryAction action) => action switch
    {
        DeliveryAction.SlowDown => (0.5, 0.5, 0.5),
        DeliveryAction.NextPath => (0, 0.1, 1),
        _ => null,
    };

    /// <summary>Whether no connection stood.</summary>
    public static bool IsNoConnection(DeliveryDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision is { IsRemote: false, Stage: SmtpStage.Connect, Cause: Cause.ConnectionRefused or Cause.ConnectionTimeout or Cause.HostNotFound };
    }

    /// <summary>How long no connection is made after so many that failed in a row.</summary>
    public static TimeSpan PauseAfter(int failures)
    {
        if (failures < FailuresBeforePause) return TimeSpan.Zero;
        var pause = TimeSpan.FromSeconds(10) * Math.Pow(2, Math.Min(failures - FailuresBeforePause, 10));
        return pause < TimeSpan.FromMinutes(10) ? pause : TimeSpan.FromMinutes(10);
    }
}
