namespace Todoku.Relay.Queue.Retry;

/// <summary>How mail that failed for now is tried again.</summary>
/// <param name="First">The wait after the first attempt.</param>
/// <param name="Growth">By what each further wait is multiplied.</param>
/// <param name="Longest">The longest wait.</param>
/// <param name="GiveUpAge">The age of a message at which a failed attempt is its last.</param>
public readonly record struct RetrySchedule(TimeSpan First, double Growth, TimeSpan Longest, TimeSpan GiveUpAge)
{
    /// <summary>The wait after an attempt, before chance and named delays.</summary>
    /// <param name="attempts">How many attempts were made, 1 or more.</param>
    public TimeSpan After(int attempts)
    {
        var wait = First.TotalSeconds * Math.Pow(Growth, Math.Max(0, attempts - 1));
        return wait < Longest.TotalSeconds ? TimeSpan.FromSeconds(wait) : Longest;
    }
}
