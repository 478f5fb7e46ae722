namespace Todoku.Authentication.Spf;

/// <summary>What one mechanism came to.</summary>
/// <param name="IsMatch">Whether it matched.</param>
/// <param name="Evidence">What was compared, where steps are kept.</param>
/// <param name="Error">Why the whole check ends here; null when it goes on.</param>
/// <param name="ErrorVerdict">With which verdict.</param>
internal readonly record struct SpfMatch(bool IsMatch, SpfEvidence? Evidence, SpfReason? Error = null, SpfVerdict ErrorVerdict = default)
{
    /// <summary>The check ends.</summary>
    public static SpfMatch Ends(SpfVerdict verdict, SpfReason reason) => new(false, null, reason, verdict);
}
