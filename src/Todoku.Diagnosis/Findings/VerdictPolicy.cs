using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Decides the overall answer.
/// <list type="table">
/// <item><term>not understood</term><description>delivery lines exist and none was understood.</description></item>
/// <item><term>action needed</term><description>a finding <see cref="NeedsAction"/>.</description></item>
/// <item><term>not enough evidence</term><description>no attempt and nothing else that tells; or all that fails can't be told from the replies and is fewer than
/// <see cref="MinUnknown"/> attempts.</description></item>
/// <item><term>nothing to do</term><description>else: mail arrives, has healed, or what fails is the recipients' own.</description></item>
/// </list>
/// </summary>
internal static class VerdictPolicy
{
    private const int MinUnknown = 5;
    private const int RepeatedDelays = 10;

    public static Verdict Decide(Understanding understood, IReadOnlyList<FindingDraft> findings, long attempts)
    {
        if (understood is { DeliveryLines: > 0, UnderstoodDeliveryLines: 0 }) return Verdict.NotUnderstood;
        if (findings.Any(NeedsAction)) return Verdict.ActionNeeded;
        var wrong = findings.Where(finding => finding is { IsNote: false, IsCurrent: true }).ToArray();
        if (attempts == 0 && wrong.Length == 0) return Verdict.NotEnoughEvidence;
        return wrong.Length > 0 && Array.TrueForAll(wrong, finding => finding.Cause == Cause.Unknown) ? Verdict.NotEnoughEvidence : Verdict.NothingToDo;
    }

    /// <summary>
    /// Whether somebody must act on a finding: it still fails, messages were lost or many were delayed, and the fault is the sender's, the network's, or
    /// a receiver's that does not pass by itself. Recipients' own faults, nobody's, and what has healed need no act.
    /// </summary>
    public static bool NeedsAction(FindingDraft finding)
    {
        if (finding.IsNote || !finding.IsCurrent || finding.HasHealed) return false;
        if (finding.Cause == Cause.Unknown && finding.Count < MinUnknown) return false;
        var hurts = finding.Messages > 0 || finding.Count >= RepeatedDelays || finding.Recipients == 0;
        return finding.Fault switch
        {
            Fault.Sender or Fault.Network => hurts,
            Fault.Receiver => hurts && (!CauseTraits.IsWaitedFor(finding.Cause) || finding.Messages >= RepeatedDelays),
            _ => false,
        };
    }
}
