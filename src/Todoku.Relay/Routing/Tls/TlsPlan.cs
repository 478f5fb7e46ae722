namespace Todoku.Relay.Routing.Tls;

/// <summary>What TLS is asked of the servers of a domain.</summary>
/// <param name="Hosts">For each server, in their order.</param>
/// <param name="Life">How long that may be kept; short while an answer is still awaited.</param>
internal sealed record TlsPlan(IReadOnlyList<HostTls> Hosts, TimeSpan Life);
