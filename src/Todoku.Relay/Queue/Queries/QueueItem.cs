namespace Todoku.Relay.Queue.Queries;

/// <summary>One line of a list of the queue.</summary>
/// <param name="Envelope">The envelope of its message.</param>
/// <param name="Entry">The entry as it stands now.</param>
public sealed record QueueItem(QueuedEnvelope Envelope, QueueEntry Entry);
