namespace Todoku.Relay.Queue.Lanes;

/// <summary>One entry in memory: 48 bytes, so that a million entries are 48 MB.</summary>
internal struct Slot
{
    /// <summary>The entry; 0 when the slot is free.</summary>
    public long Id;

    /// <summary>When it is due: milliseconds since 1970.</summary>
    public long Due;

    /// <summary>Seconds since 1970 at which the message was accepted.</summary>
    public uint AcceptedAt;

    /// <summary>Number of the lane.</summary>
    public int Lane;

    /// <summary>Number of the flow.</summary>
    public int Flow;

    /// <summary>The next slot in its turn, or the next free slot; -1 at the end.</summary>
    public int Next;

    /// <summary>The slot before it in its turn, or its place in the heap of due times.</summary>
    public int Place;

    /// <summary>Attempts that began.</summary>
    public ushort Attempts;

    /// <summary>What sending it costs, in units of <see cref="LaneScheduler.CostUnit"/>.</summary>
    public ushort Cost;

    /// <summary>Where it is.</summary>
    public SlotState State;

    /// <summary>Whether an attempt began whose end is not known.</summary>
    public bool IsPossiblyTwice;

    /// <summary>Whether the sender was told that it is late.</summary>
    public bool IsDelayTold;

    /// <summary>What the last attempt failed for, plus 1; 0 before the first ended.</summary>
    public byte Cause;

    /// <summary>Whether it moved to another lane since its lane was last kept.</summary>
    public bool IsMoved;
}
