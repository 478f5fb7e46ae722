using System.Net;
using Todoku.Mail;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Learns from connections. Called from many threads; must not block.</summary>
public interface IConnectionObserver
{
    /// <summary>A connection stood, or did not.</summary>
    void Connected(IPAddress address, bool isUp);

    /// <summary>A session with a server of a domain stood.</summary>
    /// <param name="domain">The recipients' domain.</param>
    /// <param name="server">The server's name.</param>
    /// <param name="tls">Its TLS; null without.</param>
    void Secured(DomainName domain, DomainName server, TlsSessionInfo? tls);
}
