using System.Net;
using Todoku.Mail;
using Todoku.Relay.Delivery.Engine;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Operating;

/// <summary>Nothing is learned from connections.</summary>
internal sealed class NoConnectionMemory : IConnectionObserver
{
    public void Connected(IPAddress address, bool isUp)
    {
    }

    public void Secured(DomainName domain, DomainName server, TlsSessionInfo? tls)
    {
    }
}
