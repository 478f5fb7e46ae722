using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Queue.Lanes;
using Todoku.Relay.Queue.Queries;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Queue.Why;

/// <summary>Why an entry is still in the queue, with what that is seen by.</summary>
/// <param name="Item">The entry.</param>
/// <param name="Reasons">What it waits for, what binds first; at least one.</param>
/// <param name="Lane">What its lane holds; null when it has ended meanwhile.</param>
/// <param name="Paths">How paths stand with its provider, as far as there is something to say.</param>
/// <param name="Limits">What its provider is sent at a time.</param>
/// <param name="GivenUpAt">When it is given up.</param>
public sealed record EntryWhy(
    QueueItem Item, IReadOnlyList<WaitReason> Reasons, LaneCounts? Lane, IReadOnlyList<PathStatus> Paths, IReadOnlyList<ShapeStatus> Limits, DateTimeOffset GivenUpAt);
