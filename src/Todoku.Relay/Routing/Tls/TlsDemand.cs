using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Tls;

/// <summary>What the memory of a domain's TLS asks of servers that no policy speaks of.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Reason">Where it comes from, in English.</param>
public sealed record TlsDemand(TlsRequirement Requirement, string Reason)
{
    /// <summary>Nothing beyond what is offered.</summary>
    public static TlsDemand None { get; } = new(new TlsRequirement.Opportunistic(), "opportunistic");
}
