using System.Net;
using Todoku.Smtp.Server;

namespace Todoku.Relay.Configuration;

/// <summary>One address that SMTP clients connect to.</summary>
public sealed record ListenerConfiguration
{
    /// <summary>Address and port.</summary>
    public required IPEndPoint EndPoint { get; init; }

    /// <summary>Whom it is for.</summary>
    public required SmtpListenerRole Role { get; init; }

    /// <summary>The networks that may relay without a password; only with <see cref="SmtpListenerRole.TrustedNetworks"/>, and then at least one.</summary>
    public IReadOnlyList<IPNetwork> TrustedNetworks { get; init; } = [];

    /// <summary>The networks whose hosts may use XCLIENT.</summary>
    public IReadOnlyList<IPNetwork> XclientNetworks { get; init; } = [];

    /// <summary>TLS.</summary>
    public ListenerTls Tls { get; init; }

    /// <summary>The certificate; null without TLS.</summary>
    public CertificateFiles? Certificate { get; init; }
}
