namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Decides when the mail for a provider has entered a new phase.
/// <para>
/// An outcome is "delivered" or a cause. Recipients' own faults and greylisting are no outcomes: they say nothing of how the
/// provider treats the sender (<see cref="CauseTraits.CountsForPhases"/>). A phase is a stretch in which one outcome prevails.
/// </para>
/// <list type="table">
/// <item><term>Onset</term><description>A phase starts with the first attempt of a run against what prevailed. Each attempt of the run adds
/// one to its score; each attempt that fits the old phase takes off <see cref="FailureWeight"/> or <see cref="RecoveryWeight"/>; at zero the run is
/// forgotten. So the start is an attempt's exact time, never a bucket's border.</description></item>
/// <item><term>Length</term><description>The run must score <see cref="RunLength"/>: so many that the old phase, with the share of strays it
/// showed, would bring forth such a run less than once in a hundred phases of its size. 3 in a clean phase, more in a noisy or a long one.</description></item>
/// <item><term>One message</term><description>Attempts of one message in a row score once: five recipients of one message, or its
/// retries, are one piece of evidence.</description></item>
/// <item><term>At an end</term><description>An unbroken run at the very end of the log, or at the end of a failing phase (two refusals as spam
/// after twenty for the address, then deliveries), counts with <see cref="LastRunChance"/>, but never with one message alone.</description></item>
/// <item><term>Failing or not</term><description>Failing begins when more than half fail; it has ended when more than two thirds are delivered
/// (hysteresis, so that a half broken provider gives one phase, not a hundred).</description></item>
/// <item><term>Cause</term><description>Within failing, another cause opens a new phase when it makes more than two thirds of the failures. A
/// phase bears the cause that most of its attempts failed by.</description></item>
/// <item><term>Merging</term><description>A phase of fewer than <see cref="MaxNoise"/> attempts, and less than <see cref="MergeShare"/> of its two
/// neighbours, which are of one outcome, is taken for noise and joined with them; so are the smallest when there are more than
/// <see cref="MaxPhases"/>.</description></item>
/// </list>
/// </summary>
internal static class PhasePolicy
{
    /// <summary>Phases kept; more are merged.</summary>
    public const int MaxPhases = 64;

    /// <summary>What a delivered message takes off the score of a run of failures.</summary>
    public const int FailureWeight = 1;

    /// <summary>What a failure takes off the score of a run of deliveries, and the prevailing cause off that of another cause.</summary>
    public const int RecoveryWeight = 2;

    /// <summary>The chance at which an unbroken run at the end of the log is no longer taken for strays.</summary>
    public const double LastRunChance = 0.02;

    /// <summary>A phase must be smaller than this share of its neighbours to be noise.</summary>
    public const double MergeShare = 0.03;

    /// <summary>A phase with this many attempts is never noise.</summary>
    public const int MaxNoise = 10;

    private const double FalseAlarms = 0.01;
    private const int MinRun = 3;
    private const int MaxRun = 40;

    /// <summary>The score that a run needs against a phase of <paramref name="size"/> attempts, of which <paramref name="strays"/> were of the run's kind.</summary>
    public static int RunLength(long size, long strays)
    {
        if (size < MinRun) return (int)Math.Max(2, size + 1);
        var length = Math.Log(FalseAlarms / size) / Math.Log(StrayShare(size, strays));
        return (int)Math.Clamp(Math.Ceiling(length), MinRun, MaxRun);
    }

    /// <summary>Whether an unbroken run of <paramref name="score"/> messages at the end of the log or of a phase is a phase of its own.</summary>
    public static bool IsPhaseAtEnd(long size, long strays, int score) =>
        score >= 2 && Math.Pow(StrayShare(size, strays), score) <= LastRunChance;

    /// <summary>Whether a phase of <paramref name="size"/> attempts between two of one outcome is noise.</summary>
    public static bool IsNoise(long before, long size, long after) => size < MaxNoise && size < MergeShare * (before + after);

    // Half an attempt is added, so that a phase without strays still allows for one to come.
    private static double StrayShare(long size, long strays) => Math.Min(0.95, (strays + 0.5) / (size + 1));
}
