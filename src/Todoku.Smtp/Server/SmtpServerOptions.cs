using System.Net;

namespace Todoku.Smtp.Server;

/// <summary>How one listener serves its sessions. Immutable: a session keeps what held when it began.</summary>
public sealed record SmtpServerOptions
{
    /// <summary>The name that the server says of itself: a domain name.</summary>
    public required string HostName { get; init; }

    /// <summary>Whom it is for.</summary>
    public required SmtpListenerRole Role { get; init; }

    /// <summary>The hosts that may relay where the role is <see cref="SmtpListenerRole.TrustedNetworks"/>.</summary>
    public IReadOnlyList<IPNetwork> TrustedNetworks { get; init; } = [];

    /// <summary>The hosts that may say with XCLIENT on whose behalf they speak: proxies and content filters. None unless named.</summary>
    public IReadOnlyList<IPNetwork> XclientNetworks { get; init; } = [];

    /// <summary>Whether MAIL is refused before TLS.</summary>
    public bool RequiresTls { get; init; }

    /// <summary>Whether a client on the loopback interface may send its password without TLS. No other ever may.</summary>
    public bool AllowsPlainPasswordsOnLoopback { get; init; } = true;

    /// <summary>What a client may ask for.</summary>
    public SmtpServerLimits Limits { get; init; } = new();

    /// <summary>How long it may take.</summary>
    public SmtpServerTimeouts Timeouts { get; init; } = new();
}
