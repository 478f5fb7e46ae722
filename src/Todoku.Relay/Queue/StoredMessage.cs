namespace Todoku.Relay.Queue;

/// <summary>A message as the queue has it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Envelope">Its envelope, with all recipients it ever had.</param>
/// <param name="Entries">The recipients that are still queued.</param>
public sealed record StoredMessage(QueueId Id, QueuedEnvelope Envelope, IReadOnlyList<QueueEntry> Entries);
