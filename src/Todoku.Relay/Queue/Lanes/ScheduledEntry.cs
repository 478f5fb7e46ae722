namespace Todoku.Relay.Queue.Lanes;

/// <summary>An entry whose turn it is.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Attempts">Attempts that began before.</param>
/// <param name="AcceptedAt">When the message was accepted, to the second.</param>
/// <param name="IsPossiblyTwice">Whether the recipient may have the message already.</param>
public readonly record struct ScheduledEntry(EntryId Id, int Attempts, DateTimeOffset AcceptedAt, bool IsPossiblyTwice)
{
    /// <summary>Whether the sender was told that it is late.</summary>
    public bool IsDelayTold { get; init; }
}
