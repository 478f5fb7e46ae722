namespace Todoku.Relay.Queue.Queries;

/// <summary>One message of the queue as it stands now.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Envelope">Its envelope, with all recipients it ever had.</param>
/// <param name="Items">The recipients that are still queued, at least one.</param>
public sealed record ListedMessage(QueueId Id, QueuedEnvelope Envelope, IReadOnlyList<QueueItem> Items);
