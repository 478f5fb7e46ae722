namespace Todoku.Relay.Queue.Lanes;

/// <summary>One lane: its counts, its limit, and the round of its flows.</summary>
internal sealed class Lane(int number, LaneKey key)
{
    /// <summary>Its number.</summary>
    public int Number { get; } = number;

    /// <summary>Its name.</summary>
    public LaneKey Key { get; } = key;

    /// <summary>Entries that are not due.</summary>
    public int Sleeping { get; set; }

    /// <summary>Entries that are due.</summary>
    public int Ready { get; set; }

    /// <summary>Entries with a delivery.</summary>
    public int Leased { get; set; }

    /// <summary>Entries held.</summary>
    public int Held { get; set; }

    /// <summary>The most entries that may be leased at once.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>The paths that are held back; null when none ever was.</summary>
    public HeldPaths? HeldPaths { get; set; }

    /// <summary>What it may still send in this turn.</summary>
    public int Deficit { get; set; }

    /// <summary>Whether it got its share for this turn.</summary>
    public bool IsServed { get; set; }

    /// <summary>Whether it is in the round of lanes.</summary>
    public bool IsInRound { get; set; }

    /// <summary>Its neighbours in the round of lanes.</summary>
    public Lane? Next { get; set; }

    /// <inheritdoc cref="Next"/>
    public Lane? Previous { get; set; }

    /// <summary>The flow whose turn it is; the others follow in a ring. Null when nothing is due, or all of it waits for a path.</summary>
    public ReadyFlow? Turn { get; set; }

    /// <summary>All entries.</summary>
    public int Count => Sleeping + Ready + Leased + Held;

    /// <summary>Whether it may send.</summary>
    public bool MaySend => Turn is not null && Leased < Limit;

    /// <summary>The flows of the round. It must not change meanwhile.</summary>
    public IEnumerable<ReadyFlow> Round()
    {
        for (var flow = Turn; flow is not null; flow = flow.Next == Turn ? null : flow.Next) yield return flow;
    }

    /// <summary>Puts a flow at the end of the round.</summary>
    public void Append(ReadyFlow flow)
    {
        if (Turn is null)
        {
            Turn = flow.Next = flow.Previous = flow;
            return;
        }
        (flow.Next, flow.Previous) = (Turn, Turn.Previous);
        Turn.Previous!.Next = flow;
        Turn.Previous = flow;
    }

    /// <summary>Takes a flow out of the round; what it had left is gone.</summary>
    public void Remove(ReadyFlow flow)
    {
        if (flow.Next == flow) Turn = null;
        else
        {
            flow.Previous!.Next = flow.Next;
            flow.Next!.Previous = flow.Previous;
            if (Turn == flow) Turn = flow.Next;
        }
        (flow.Next, flow.Previous, flow.Deficit, flow.IsServed) = (null, null, 0, false);
    }
}
