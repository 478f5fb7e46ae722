namespace Todoku.Relay.Queue.Queries;

/// <summary>A page of a list of the queue, by number.</summary>
/// <param name="Items">The lines. May be fewer than asked for, even none, though more follow: looking for them is done in pieces of bounded length.</param>
/// <param name="Next">Where the next page begins (<c>after</c>); null when there is none.</param>
public sealed record QueuePage(IReadOnlyList<QueueItem> Items, EntryId? Next);
