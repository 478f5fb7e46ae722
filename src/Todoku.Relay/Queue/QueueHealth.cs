using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Queue;

/// <summary>Whether the queue can keep anything now.</summary>
/// <param name="Fault">What keeps it from it; null when nothing does.</param>
/// <param name="Detail">The words of the database.</param>
/// <param name="Since">Since when.</param>
public sealed record QueueHealth(StorageFault? Fault, string Detail, DateTimeOffset Since)
{
    /// <summary>Whether messages are accepted.</summary>
    public bool IsWritable => Fault is null;
}
