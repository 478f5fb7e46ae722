using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Todoku.Smtp.Server.Hosting;

/// <summary>One address that connections come to, and how they are served.</summary>
public sealed record SmtpListener
{
    /// <summary>Address and port; port 0 takes a free one.</summary>
    public required IPEndPoint EndPoint { get; init; }

    /// <summary>A socket that is bound there already; null to open one. A Unix socket counts by itself: then <see cref="EndPoint"/> says nothing.</summary>
    public Socket? Socket { get; init; }

    /// <summary>How its sessions serve.</summary>
    public required SmtpServerOptions Session { get; init; }

    /// <summary>Gives the certificate for a handshake, asked anew each time so that a renewed one is taken up; null when there is no TLS.</summary>
    public Func<SslServerAuthenticationOptions>? Tls { get; init; }

    /// <summary>Whether TLS begins with the connection (port 465; RFC 8314) and not with STARTTLS.</summary>
    public bool HasImplicitTls { get; init; }
}
