namespace Todoku.Relay.Queue.Outcomes;

/// <summary>Whether a change of the queue is on the disk.</summary>
public abstract record WriteOutcome
{
    private WriteOutcome()
    {
    }

    /// <summary>It is.</summary>
    /// <param name="Messages">The numbers of the notices that were queued with it.</param>
    public sealed record Done(IReadOnlyList<QueueId> Messages) : WriteOutcome
    {
        /// <summary>Without notices.</summary>
        public static Done Plain { get; } = new([]);
    }

    /// <summary>It is not, and nothing of it is left.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Detail">The words of the database, for the log.</param>
    public sealed record Failed(StorageFault Fault, string Detail) : WriteOutcome;
}
