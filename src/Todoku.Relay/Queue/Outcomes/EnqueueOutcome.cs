namespace Todoku.Relay.Queue.Outcomes;

/// <summary>Whether a message is in the queue.</summary>
public abstract record EnqueueOutcome
{
    private EnqueueOutcome()
    {
    }

    /// <summary>It is on the disk: 250 may be said.</summary>
    /// <param name="Id">Its number.</param>
    public sealed record Queued(QueueId Id) : EnqueueOutcome
    {
        /// <summary>Whether the same submitter had handed it in before under the same key: the number is that message's, and nothing was queued now.</summary>
        public bool IsRepeated { get; init; }
    }

    /// <summary>It is not, and nothing of it is left: 452 (full) or 421/451 must be said (RFC 5321, section 4.2.3).</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Detail">The words of the database, for the log; not for the client.</param>
    public sealed record Refused(StorageFault Fault, string Detail) : EnqueueOutcome;
}
