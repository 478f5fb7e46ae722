namespace Todoku.Relay.Queue.Lanes;

/// <summary>Where an entry is in the scheduler.</summary>
internal enum SlotState : byte
{
    /// <summary>Nowhere: the slot is not used.</summary>
    Free,

    /// <summary>In the heap of due times.</summary>
    Sleeping,

    /// <summary>Due: in the turn of its flow.</summary>
    Ready,

    /// <summary>With a delivery.</summary>
    Leased,

    /// <summary>Held.</summary>
    Held,
}
