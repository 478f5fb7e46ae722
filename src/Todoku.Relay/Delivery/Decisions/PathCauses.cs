using Todoku.Knowledge;

namespace Todoku.Relay.Delivery.Decisions;

/// <summary>
/// The causes that lie in the path and not in the message: another path may deliver it. Causes of content, domain, authentication and recipient never travel,
/// since they would burn the next path too.
/// </summary>
public static class PathCauses
{
    /// <summary>Whether a cause is one of the path.</summary>
    public static bool Contains(Cause cause) => cause is Cause.IpReputation or Cause.IpBlocklisted or Cause.NoPtr;
}
