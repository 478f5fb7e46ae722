using Todoku.Relay.Queue.Lanes;

namespace Todoku.Relay.Queue;

/// <summary>Entries of one message in one lane, whose turn it is. Each must be settled or returned.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Entries">The entries, at least one.</param>
public sealed record LeasedBatch(LaneKey Lane, IReadOnlyList<ScheduledEntry> Entries);
