namespace Todoku.Relay.Queue.Lanes;

/// <summary>The ring of lanes that may send.</summary>
internal sealed class LaneRound
{
    /// <summary>The lane whose turn it is; null when none may send.</summary>
    public Lane? Turn { get; private set; }

    /// <summary>Puts a lane at the end of the round, if it isn't in it.</summary>
    public void Append(Lane lane)
    {
        if (lane.IsInRound) return;
        lane.IsInRound = true;
        if (Turn is null)
        {
            Turn = lane.Next = lane.Previous = lane;
            return;
        }
        (lane.Next, lane.Previous) = (Turn, Turn.Previous);
        Turn.Previous!.Next = lane;
        Turn.Previous = lane;
    }

    /// <summary>Takes a lane out.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="keepsShare">Whether what it had left is kept: when its limit stopped it, not a lack of mail.</param>
    public void Remove(Lane lane, bool keepsShare)
    {
        if (!lane.IsInRound) return;
        lane.IsInRound = false;
        if (lane.Next == lane) Turn = null;
        else
        {
            lane.Previous!.Next = lane.Next;
            lane.Next!.Previous = lane.Previous;
            if (Turn == lane) Turn = lane.Next;
        }
        (lane.Next, lane.Previous) = (null, null);
        if (!keepsShare) (lane.Deficit, lane.IsServed) = (0, false);
    }

    /// <summary>Ends the turn of the first lane.</summary>
    public void Advance() => Turn = Turn?.Next;
}
