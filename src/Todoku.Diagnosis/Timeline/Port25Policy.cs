using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Decides when failed connections mean that outbound port 25 is blocked, by the hosting company or a firewall, rather than that a receiver is down.
/// <list type="table">
/// <item><term>sign</term><description>a time-out or an unreachable network over IPv4; a refusal only from the servers of a known provider, which
/// never refuse: something in between does.</description></item>
/// <item><term>stretch</term><description>such signs with no answer from any host on port 25 between them (<see cref="Port25Ledger"/>).</description></item>
/// <item><term>verdict</term><description>two providers, or one with two of its hosts tried; for a stretch that has ended, at least
/// <see cref="Port25Ledger.Stretch.WorthKeeping"/> signs over ten minutes.</description></item>
/// </list>
/// </summary>
internal static class Port25Policy
{
    private const long MinPastDuration = 10 * TimeSpan.TicksPerMinute;

    /// <summary>Whether a failure is a sign that port 25 is blocked.</summary>
    public static bool IsSignOfBlock(Cause cause, Provider provider) =>
        cause == Cause.ConnectionTimeout || (cause == Cause.ConnectionRefused && provider.IsKnown);

    /// <summary>Whether a stretch of failures shows a block.</summary>
    public static bool IsBlocked(Port25Ledger.Stretch stretch, bool hasEnded)
    {
        if (stretch.Failures < 2 || (stretch.Providers.Count < 2 && stretch.Hosts < 2)) return false;
        return !hasEnded || (stretch.Providers.Count >= 2 && stretch.Last - stretch.First >= MinPastDuration);
    }
}
