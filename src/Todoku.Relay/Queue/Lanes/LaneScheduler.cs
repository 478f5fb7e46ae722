namespace Todoku.Relay.Queue.Lanes;

/// <summary>
/// Says which entry is sent next. Not safe for several threads.
/// </summary>
/// <remarks>
/// Entries sleep in one heap by due time. One that is due joins the turn of its flow in its lane. Lanes share by deficit round robin, and so do the
/// flows of a lane: each gets a quantum a round, and what it sends costs by size. So between two lanes, or two flows of a lane, that both have mail
/// due and may send, the cost served never differs by more than a quantum and two messages, however much either has.
/// </remarks>
public sealed class LaneScheduler
{
    /// <summary>Bytes of a message that cost one unit more.</summary>
    public const int CostUnit = 64 * 1024;

    /// <summary>The most that a message costs, whatever its size.</summary>
    public const int MaxCost = 64;

    /// <summary>What a lane may send in a turn.</summary>
    public const int LaneQuantum = 32;

    /// <summary>What a flow may send in a turn of its lane.</summary>
    public const int FlowQuantum = 4;

    private readonly SlotTable _slots = new();
    private readonly DueHeap _sleeping;
    private readonly NameRegister _flows = new();
    private readonly Dictionary<LaneKey, Lane> _lanes = [];
    private readonly List<Lane?> _byNumber = [];
    private readonly Stack<int> _freeNumbers = new();
    private readonly Dictionary<(int Lane, int Flow), ReadyFlow> _ready = [];
    private readonly LaneRound _round = new();
    private readonly PriorityQueue<(LaneKey Lane, long Until), long> _pauses = new();

    public LaneScheduler() => _sleeping = new DueHeap(_slots);

    /// <summary>All entries.</summary>
    public int Count => _slots.Count;

    /// <summary>Lanes that hold something, or have a limit or a pause.</summary>
    public int LaneCount => _lanes.Count;

    /// <summary>The counts of all lanes, in no order.</summary>
    public IEnumerable<LaneCounts> Lanes => _lanes.Values.Select(CountsOf);

    /// <summary>What sending a message costs.</summary>
    /// <param name="size">Bytes.</param>
    public static int CostOf(long size) => (int)Math.Clamp(1 + (size / CostUnit), 1, MaxCost);

    /// <summary>Takes an entry in; false when it is there already.</summary>
    public bool Add(in StoredEntry entry, long now)
    {
        if (_slots.Find(entry.Id) >= 0) return false;
        var lane = LaneOf(entry.Lane);
        var slot = _slots.Add(entry.Id);
        ref var value = ref _slots[slot];
        value.Due = entry.Due;
        value.AcceptedAt = (uint)Math.Clamp(entry.AcceptedAt / 1000, 0, uint.MaxValue);
        value.Lane = lane.Number;
        value.Flow = _flows.Use(entry.Flow.Name);
        value.Attempts = (ushort)Math.Clamp(entry.Attempts, 0, ushort.MaxValue);
        value.Cost = (ushort)CostOf(entry.Size);
        value.IsPossiblyTwice = entry.IsPossiblyTwice;
        if (entry.State == EntryState.Held) PutHeld(slot);
        else PutWaiting(slot, now);
        return true;
    }

    /// <summary>Leases the next entries, all of one lane.</summary>
    /// <param name="now">Milliseconds since 1970.</param>
    /// <param name="max">The most entries.</param>
    /// <param name="into">Where they go; cleared before.</param>
    /// <param name="lane">The lane.</param>
    /// <returns>False when no lane has an entry that may be sent now.</returns>
    public bool TryLease(long now, int max, List<ScheduledEntry> into, out LaneKey lane)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        into.Clear();
        lane = default;
        Advance(now);
        while (_round.Turn is { } turn)
        {
            if (!turn.MaySend(now))
            {
                _round.Remove(turn, keepsShare: turn.Ready > 0);
                continue;
            }
            if (!turn.IsServed) (turn.Deficit, turn.IsServed) = (turn.Deficit + LaneQuantum, true);
            while (into.Count < max && turn.MaySend(now) && TryTake(turn)) into.Add(Lease(turn));
            if (turn.Ready == 0) _round.Remove(turn, keepsShare: false);
            else if (turn.MaySend(now) && into.Count < max)
            {
                turn.IsServed = false;
                _round.Advance();
            }
            if (into.Count == 0) continue;
            lane = turn.Key;
            return true;
        }
        return false;
    }

    /// <summary>When a sleeping entry or a paused lane wakes next: milliseconds since 1970; null when none does.</summary>
    public long? NextDue
    {
        get
        {
            long? next = _sleeping.Count > 0 ? _slots[_sleeping.First].Due : null;
            if (_pauses.TryPeek(out _, out var until) && (next is null || until < next)) next = until;
            return next;
        }
    }

    /// <summary>A leased entry that was not attempted takes its turn again.</summary>
    public bool Return(EntryId id, long now)
    {
        if (!TryFind(id, SlotState.Leased, out var slot)) return false;
        Leave(slot);
        PutWaiting(slot, now);
        return true;
    }

    /// <summary>An attempt for a leased entry begins.</summary>
    public bool Attempt(EntryId id)
    {
        if (!TryFind(id, SlotState.Leased, out var slot)) return false;
        ref var value = ref _slots[slot];
        if (value.Attempts < ushort.MaxValue) value.Attempts++;
        return true;
    }

    /// <summary>An entry, wherever it is, waits until a time.</summary>
    public bool Defer(EntryId id, long due, long now)
    {
        var slot = _slots.Find(id);
        if (slot < 0) return false;
        Leave(slot);
        _slots[slot].Due = due;
        PutWaiting(slot, now);
        return true;
    }

    /// <summary>An entry, wherever it is, is held.</summary>
    public bool Hold(EntryId id)
    {
        var slot = _slots.Find(id);
        if (slot < 0) return false;
        Leave(slot);
        PutHeld(slot);
        return true;
    }

    /// <summary>An entry leaves the queue.</summary>
    public bool Remove(EntryId id)
    {
        var slot = _slots.Find(id);
        if (slot < 0) return false;
        Leave(slot);
        var (lane, flow) = (_slots[slot].Lane, _slots[slot].Flow);
        _slots.Remove(slot);
        _flows.Release(flow);
        Forget(_byNumber[lane]!);
        return true;
    }

    /// <summary>Where an entry stands; null when it is not queued.</summary>
    public EntryState? StateOf(EntryId id)
    {
        var slot = _slots.Find(id);
        if (slot < 0) return null;
        return _slots[slot].State switch { SlotState.Leased => EntryState.Leased, SlotState.Held => EntryState.Held, _ => EntryState.Waiting };
    }

    /// <summary>When an entry is or was due: milliseconds since 1970; null when it is not queued.</summary>
    public long? DueOf(EntryId id) => _slots.Find(id) is >= 0 and var slot ? _slots[slot].Due : null;

    /// <summary>The counts of a lane; null when it holds nothing.</summary>
    public LaneCounts? CountsOf(LaneKey key) => _lanes.TryGetValue(key, out var lane) ? CountsOf(lane) : null;

    /// <summary>Sets how many entries of a lane may be leased at once.</summary>
    /// <param name="key">The lane.</param>
    /// <param name="limit">0 or more; null for no limit.</param>
    public void SetLimit(LaneKey key, int? limit)
    {
        if (limit is { } value) ArgumentOutOfRangeException.ThrowIfNegative(value);
        var lane = LaneOf(key);
        lane.Limit = limit ?? int.MaxValue;
        if (lane.Ready > 0) _round.Append(lane);
        Forget(lane);
    }

    /// <summary>Leases nothing of a lane until a time; a time that is over ends the pause.</summary>
    public void Pause(LaneKey key, long until, long now)
    {
        var lane = LaneOf(key);
        lane.PausedUntil = until;
        if (until > now) _pauses.Enqueue((key, until), until);
        else Wake(lane);
    }

    /// <summary>Counts entries by lane and age in one pass over all.</summary>
    /// <param name="now">Milliseconds since 1970.</param>
    /// <param name="count">Is given the lane, the seconds since the message was accepted, and the state.</param>
    public void Survey(long now, Action<LaneKey, long, EntryState> count)
    {
        ArgumentNullException.ThrowIfNull(count);
        for (var i = 0; i < _slots.Capacity; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.State == SlotState.Free) continue;
            var state = slot.State switch { SlotState.Leased => EntryState.Leased, SlotState.Held => EntryState.Held, _ => EntryState.Waiting };
            count(_byNumber[slot.Lane]!.Key, Math.Max(0, (now / 1000) - slot.AcceptedAt), state);
        }
    }

    // Whether the lane can pay for the next entry of the flow whose turn it is; gives flows their share on the way.
    private bool TryTake(Lane lane)
    {
        while (true)
        {
            var flow = lane.Turn!;
            if (!flow.IsServed) (flow.Deficit, flow.IsServed) = (flow.Deficit + FlowQuantum, true);
            int cost = _slots[flow.Head].Cost;
            if (cost <= flow.Deficit) return cost <= lane.Deficit;
            // A flow alone has nobody to wait for.
            if (flow.Next != flow) lane.Turn = flow.Next;
            flow.IsServed = false;
        }
    }

    private ScheduledEntry Lease(Lane lane)
    {
        var flow = lane.Turn!;
        var slot = flow.Head;
        int cost = _slots[slot].Cost;
        flow.Deficit -= cost;
        lane.Deficit -= cost;
        TakeFromTurn(slot);
        ref var value = ref _slots[slot];
        value.State = SlotState.Leased;
        lane.Leased++;
        return new ScheduledEntry(new EntryId(value.Id), value.Attempts, DateTimeOffset.FromUnixTimeSeconds(value.AcceptedAt), value.IsPossiblyTwice);
    }

    // What is due by now joins its turn; pauses that are over end.
    private void Advance(long now)
    {
        while (_sleeping.First is >= 0 and var slot && _slots[slot].Due <= now)
        {
            Leave(slot);
            PutReady(slot);
        }
        while (_pauses.TryPeek(out var pause, out var until) && until <= now)
        {
            _pauses.Dequeue();
            if (_lanes.TryGetValue(pause.Lane, out var lane) && lane.PausedUntil == pause.Until) Wake(lane);
        }
    }

    private void Wake(Lane lane)
    {
        lane.PausedUntil = 0;
        if (lane.Ready > 0) _round.Append(lane);
        Forget(lane);
    }

    private void PutWaiting(int slot, long now)
    {
        if (_slots[slot].Due <= now)
        {
            PutReady(slot);
            return;
        }
        ref var value = ref _slots[slot];
        value.State = SlotState.Sleeping;
        _byNumber[value.Lane]!.Sleeping++;
        _sleeping.Add(slot);
    }

    private void PutHeld(int slot)
    {
        ref var value = ref _slots[slot];
        value.State = SlotState.Held;
        _byNumber[value.Lane]!.Held++;
    }

    private void PutReady(int slot)
    {
        ref var value = ref _slots[slot];
        value.State = SlotState.Ready;
        var lane = _byNumber[value.Lane]!;
        lane.Ready++;
        if (!_ready.TryGetValue((value.Lane, value.Flow), out var flow))
        {
            flow = new ReadyFlow(value.Lane, value.Flow);
            _ready.Add((value.Lane, value.Flow), flow);
            lane.Append(flow);
        }
        (value.Next, value.Place) = (-1, flow.Tail);
        if (flow.Tail < 0) flow.Head = slot;
        else _slots[flow.Tail].Next = slot;
        flow.Tail = slot;
        _round.Append(lane);
    }

    // Takes an entry out of where it is; the caller puts it somewhere else.
    private void Leave(int slot)
    {
        ref var value = ref _slots[slot];
        var lane = _byNumber[value.Lane]!;
        switch (value.State)
        {
            case SlotState.Sleeping:
                lane.Sleeping--;
                _sleeping.Remove(slot);
                break;
            case SlotState.Ready:
                TakeFromTurn(slot);
                if (lane.Ready == 0) _round.Remove(lane, keepsShare: false);
                break;
            case SlotState.Leased:
                lane.Leased--;
                // Its limit may have stopped the lane.
                if (lane.Ready > 0) _round.Append(lane);
                break;
            case SlotState.Held:
                lane.Held--;
                break;
            default:
                break;
        }
    }

    private void TakeFromTurn(int slot)
    {
        ref var value = ref _slots[slot];
        var lane = _byNumber[value.Lane]!;
        var flow = _ready[(value.Lane, value.Flow)];
        if (value.Place < 0) flow.Head = value.Next;
        else _slots[value.Place].Next = value.Next;
        if (value.Next < 0) flow.Tail = value.Place;
        else _slots[value.Next].Place = value.Place;
        lane.Ready--;
        if (flow.Head >= 0) return;
        lane.Remove(flow);
        _ready.Remove((value.Lane, value.Flow));
    }

    private bool TryFind(EntryId id, SlotState state, out int slot)
    {
        slot = _slots.Find(id);
        return slot >= 0 && _slots[slot].State == state;
    }

    private Lane LaneOf(LaneKey key)
    {
        if (_lanes.TryGetValue(key, out var lane)) return lane;
        if (!_freeNumbers.TryPop(out var number))
        {
            number = _byNumber.Count;
            _byNumber.Add(null);
        }
        lane = new Lane(number, key);
        _byNumber[number] = lane;
        _lanes.Add(key, lane);
        return lane;
    }

    private void Forget(Lane lane)
    {
        if (lane.Count > 0 || lane.Limit != int.MaxValue || lane.PausedUntil > 0) return;
        _lanes.Remove(lane.Key);
        _byNumber[lane.Number] = null;
        _freeNumbers.Push(lane.Number);
    }

    private static LaneCounts CountsOf(Lane lane) => new(
        lane.Key, lane.Sleeping, lane.Ready, lane.Leased, lane.Held, lane.Limit == int.MaxValue ? null : lane.Limit,
        lane.PausedUntil == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(lane.PausedUntil));
}
