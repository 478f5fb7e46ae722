using System.Net;
using Todoku.Mail;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Learns from connections. Called from many threads; must not block.</summary>
public interface IConnectionObserver
{
    /// <summary>A connection stood, or did not.</summary>
    /// <param name="address">Whereto.</param>
    /// <param name="failure">Why it did not; null when it did.</param>
    void Connected(IPAddress address, ConnectFailure? failure);

    /// <summary>A session with a server of a domain stood, or one that stood is used for it.</summary>
    /// <param name="domain">The recipients' domain.</param>
    /// <param name="server">The server's name.</param>
    /// <param name="tls">Its TLS; null without.</param>
    void Secured(DomainName domain, DomainName server, TlsSessionInfo? tls);

    /// <summary>TLS with a server broke, of which no more was asked than what it offers.</summary>
    void Broken(DomainName server);
}
