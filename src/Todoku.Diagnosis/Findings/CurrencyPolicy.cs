using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Decides whether a cause still makes mail fail at the end of the log.
/// <list type="table">
/// <item><term>healed</term><description>all of it was delivered later and the cause is of the kind that passes: past.</description></item>
/// <item><term>phase</term><description>its last failure lies before the provider's present phase, which is of another outcome, and every host that it
/// hit has sent since: past.</description></item>
/// <item><term>pace</term><description>on every host that it hit, more than <see cref="MissedPaces"/> times as many attempts as used to lie between two of
/// its failures have gone by without one: past. A cause that hit one message in fifty must stay away for longer than one that hit all.</description></item>
/// <item><term>other way</term><description>of several hosts that it hit, one that lost nothing by it and was hit fewer than <see cref="MaxHarmless"/> times
/// (a relay that took another path at once) is passed over: it does not keep open what has stopped where mail was lost.</description></item>
/// <item><term>else</term><description>present; a recipient's own fault stays present, since nothing but the recipient changes it.</description></item>
/// </list>
/// </summary>
internal static class CurrencyPolicy
{
    private const int MissedPaces = 5;
    private const int MinMissed = 3;
    private const int MaxHarmless = 10;

    public static bool IsCurrent(FailureGroup group, ProviderTimeline provider, IReadOnlyList<PhaseRecord> phases)
    {
        if (group.HasHealed && CauseTraits.HealsByItself(group.Cause)) return false;
        if (CauseTraits.IsRecipientFault(group.Cause)) return true;
        var isBeforePhase = phases.Count > 1 && group.Last < phases[^1].From && phases[^1].Cause != group.Cause;
        foreach (var tail in group.Hosts.All)
        {
            if (IsHarmless(group, tail)) continue;
            if (!HasStopped(tail, provider.AttemptsOf(tail.Host), isBeforePhase)) return true;
        }
        return group.Hosts.All.IsEmpty;
    }

    private static bool IsHarmless(FailureGroup group, HostTails.Tail tail) =>
        tail.Lost == 0 && tail.Count < MaxHarmless && group is { Pending: 0, WrittenOff: 0 } && group.Bounced > 0;

    private static bool HasStopped(HostTails.Tail tail, long attempts, bool isBeforePhase)
    {
        if (isBeforePhase) return attempts > tail.Last;
        var pace = tail.Count > 1 ? (double)(tail.Last - tail.First) / (tail.Count - 1) : tail.Last;
        return attempts - tail.Last >= Math.Max(MinMissed, MissedPaces * pace);
    }
}
