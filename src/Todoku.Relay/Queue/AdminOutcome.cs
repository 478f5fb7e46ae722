using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Queue;

/// <summary>What became of an administrator's wish to hold, release, retry or drop entries.</summary>
/// <param name="Changed">Entries changed.</param>
/// <param name="BeingSent">Entries left alone because they are being sent now.</param>
/// <param name="Unknown">Entries that are not queued.</param>
/// <param name="Failure">Why nothing was changed; null when it was.</param>
public sealed record AdminOutcome(int Changed, int BeingSent, int Unknown, WriteOutcome.Failed? Failure)
{
    /// <summary>Entries that were meant, changed or not.</summary>
    public int Matched { get; init; }
}
