using Todoku.Authentication.MtaSts;

namespace Todoku.Relay.Routing.Tls;

/// <summary>A policy that was fetched.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Id">The id of the record that it was fetched for (RFC 8461, section 3.1).</param>
/// <param name="FetchedAt">When.</param>
/// <param name="UsedAt">When mail asked for it last.</param>
public sealed record KeptPolicy(MtaStsPolicy Policy, string Id, DateTimeOffset FetchedAt, DateTimeOffset UsedAt)
{
    /// <summary>Until when it holds (RFC 8461, section 3.2).</summary>
    public DateTimeOffset ExpiresAt => FetchedAt + TimeSpan.FromSeconds(Policy.MaxAge);
}
