using System.Net;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>The addresses of a host.</summary>
/// <param name="Usable">Those that may be a server's, the families in turn; may be empty.</param>
/// <param name="IsSecure">Whether DNSSEC vouches for all that was found (<see cref="Tls.LoopbackAnswer"/>).</param>
/// <param name="Canonical">The name behind its aliases; its own name without any.</param>
/// <param name="Failure">Why some may be missing; null when DNS answered for both families.</param>
/// <param name="TimeToLive">How long that may be kept.</param>
internal sealed record HostAddresses(IReadOnlyList<IPAddress> Usable, bool IsSecure, DomainName Canonical, DnsFailure? Failure, TimeSpan TimeToLive)
{
    /// <summary>Whether one of them is the relay's own.</summary>
    public bool AreOwn { get; init; }
}
