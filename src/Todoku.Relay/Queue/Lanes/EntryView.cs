using Todoku.Knowledge;

namespace Todoku.Relay.Queue.Lanes;

/// <summary>What the scheduler knows of an entry at one moment.</summary>
public readonly record struct EntryView
{
    /// <summary>Message and recipient.</summary>
    public required EntryId Id { get; init; }

    /// <summary>The lane.</summary>
    public required LaneKey Lane { get; init; }

    /// <summary>Whom it shares the lane with.</summary>
    public required SenderFlow Flow { get; init; }

    /// <summary>Where it stands.</summary>
    public required EntryState State { get; init; }

    /// <summary>When it is or was due.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When the message was accepted, to the second.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Attempts that began.</summary>
    public required int Attempts { get; init; }

    /// <summary>What the last attempt failed for; null before the first ended.</summary>
    public required Cause? Cause { get; init; }
}
