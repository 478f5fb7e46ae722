using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Configuration;

/// <summary>What SMTP clients may ask for, in all listeners alike.</summary>
public sealed record LimitsConfiguration
{
    /// <summary>Of one session.</summary>
    public SmtpServerLimits Session { get; init; } = new();

    /// <summary>Of all sessions.</summary>
    public SmtpHostLimits Host { get; init; } = new();

    /// <summary>Of time.</summary>
    public SmtpServerTimeouts Timeouts { get; init; } = new();
}
