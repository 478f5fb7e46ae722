using System.Net;
using Todoku.Dns;

namespace Todoku.Relay.Routing.Tls;

/// <summary>
/// Decides whether an answer of DNS may be relied on for DANE. The AD bit of a resolver elsewhere could be set by anyone on the way, so that only one on this
/// machine counts (RFC 7672, section 2.1; RFC 4035, section 4.9.3).
/// </summary>
internal static class LoopbackAnswer
{
    /// <summary>Whether a resolver on this machine gave it.</summary>
    public static bool IsFromHere(DnsAnswer answer) => IPEndPoint.TryParse(answer.AnsweredBy, out var server) && IPAddress.IsLoopback(server.Address);

    /// <summary>Whether a resolver on this machine gave it, and verified it with DNSSEC.</summary>
    public static bool IsSecure(DnsAnswer answer) => answer is DnsAnswer.Found { IsAuthenticated: true } && IsFromHere(answer);
}
