using Todoku.Diagnosis.Timeline;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Decides when one account, script or client is likely hacked or out of hand. Failures here are those that abuse brings about
/// (<see cref="CauseTraits.ComesOfAbuse"/>): reputation, spam, rate limits, unknown users; never time-outs or full mailboxes.
/// <list type="table">
/// <item><term>out of proportion</term><description>at least <see cref="MinFailures"/> failures, at least <see cref="MostOf"/> of all such failures, and twice its
/// share of the volume.</description></item>
/// <item><term>volume that fails</term><description>at least <see cref="MinVolume"/> attempts and <see cref="MostOf"/> of the volume, of which a third fails, while the
/// others' mail, at least <see cref="MinOthers"/> attempts, fails a third as often at most.</description></item>
/// <item><term>guessed addresses</term><description>at least <see cref="MinVolume"/> attempts, half of which fail, a fifth for mailboxes that don't exist, refused by
/// several providers: an address list nobody asked for, even when it is the only submitter.</description></item>
/// </list>
/// </summary>
internal static class AbusePolicy
{
    private const int MinFailures = 30;
    private const int MinVolume = 200;
    private const int MinOthers = 10;
    private const double MostOf = 0.6;

    /// <summary>What all submitters did together.</summary>
    internal readonly record struct Totals(int Submitters, long Attempts, long Failures);

    public static bool IsAbuse(SubmitterRecord submitter, Totals all)
    {
        var failures = submitter.Failures?.Attempts ?? 0;
        if (submitter.IsServer || failures < MinFailures) return false;
        return IsOutOfProportion(submitter, failures, all) || IsFailingVolume(submitter, failures, all) || IsGuessing(submitter, failures);
    }

    private static bool IsOutOfProportion(SubmitterRecord submitter, long failures, Totals all)
    {
        var failureShare = (double)failures / all.Failures;
        return all.Submitters > 1 && failureShare >= MostOf && failureShare >= 2.0 * submitter.Attempts / all.Attempts;
    }

    private static bool IsFailingVolume(SubmitterRecord submitter, long failures, Totals all)
    {
        var others = all.Attempts - submitter.Attempts;
        if (submitter.Attempts < MinVolume || submitter.Attempts < all.Attempts * MostOf || others < MinOthers) return false;
        var share = (double)failures / submitter.Attempts;
        return share >= 1.0 / 3 && (double)(all.Failures - failures) / others <= share / 3;
    }

    private static bool IsGuessing(SubmitterRecord submitter, long failures) =>
        submitter.Attempts >= MinVolume && failures * 2 >= submitter.Attempts
        && submitter.RecipientUnknown * 5 >= submitter.Attempts && submitter.IsRefusedBySeveral;
}
