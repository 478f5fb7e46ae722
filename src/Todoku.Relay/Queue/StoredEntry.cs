using Todoku.Knowledge;

namespace Todoku.Relay.Queue;

/// <summary>What a scheduler must know of an entry. Everything else is read when it is sent.</summary>
public readonly record struct StoredEntry
{
    /// <summary>Message and recipient.</summary>
    public required EntryId Id { get; init; }

    /// <summary>The lane.</summary>
    public required LaneKey Lane { get; init; }

    /// <summary>Whom it shares the lane with.</summary>
    public required SenderFlow Flow { get; init; }

    /// <summary>Waiting or held.</summary>
    public EntryState State { get; init; }

    /// <summary>When it is to be sent next: milliseconds since 1970, 0 for at once.</summary>
    public long Due { get; init; }

    /// <summary>When the message was accepted: milliseconds since 1970.</summary>
    public required long AcceptedAt { get; init; }

    /// <summary>Size of the message in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>How many attempts began.</summary>
    public int Attempts { get; init; }

    /// <summary>What the last attempt failed for; null before the first ended.</summary>
    public Cause? LastCause { get; init; }

    /// <summary>Whether the sender was told that it is late.</summary>
    public bool IsDelayTold { get; init; }

    /// <summary>Whether an attempt began whose end is not known: the recipient may get the message twice.</summary>
    public bool IsPossiblyTwice { get; init; }
}
