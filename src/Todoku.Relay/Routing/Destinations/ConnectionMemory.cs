using System.Net;
using Todoku.Mail;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Routing.Tls;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>Learns from connections for the next ones.</summary>
/// <param name="families">Which addresses can be reached.</param>
/// <param name="memory">Which TLS there was.</param>
public sealed class ConnectionMemory(FamilyMemory families, TlsMemory memory) : IConnectionObserver
{
    /// <inheritdoc/>
    public void Connected(IPAddress address, ConnectFailure? failure) => families.Report(address, failure);

    /// <inheritdoc/>
    public void Secured(DomainName domain, DomainName server, TlsSessionInfo? tls) => memory.Seen(domain, server, tls);

    /// <inheritdoc/>
    public void Broken(DomainName server) => memory.Broke(server);
}
