using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Queue;

/// <summary>All that is known of one entry, for sending it and for showing it.</summary>
/// <param name="Stored">What the scheduler knows too.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="LastAttempt">How the last attempt ended; null before the first ended.</param>
public sealed record QueueEntry(StoredEntry Stored, QueuedRecipient Recipient, AttemptResult? LastAttempt);
