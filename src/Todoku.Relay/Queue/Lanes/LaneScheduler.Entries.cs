using Todoku.Knowledge;

namespace Todoku.Relay.Queue.Lanes;

/// <summary>What is done to single entries, and how they go from one place to another.</summary>
public sealed partial class LaneScheduler
{
    // The year 9999.
    private const long LatestTime = 253_402_300_799_999;

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

    /// <summary>An entry moves to another lane; one that was leased is given back there.</summary>
    public bool Rebind(EntryId id, LaneKey key, long now)
    {
        var slot = _slots.Find(id);
        if (slot < 0) return false;
        var isHeld = _slots[slot].State == SlotState.Held;
        Leave(slot);
        var old = _byNumber[_slots[slot].Lane]!;
        if (old.Key != key)
        {
            ref var value = ref _slots[slot];
            value.Lane = LaneOf(key).Number;
            value.IsMoved = true;
        }
        if (isHeld) PutHeld(slot);
        else PutWaiting(slot, now);
        Forget(old);
        return true;
    }

    /// <summary>The lane that an entry moved to since its lane was last kept; null when it did not move.</summary>
    public LaneKey? MovedTo(EntryId id) => _slots.Find(id) is >= 0 and var slot && _slots[slot].IsMoved ? _byNumber[_slots[slot].Lane]!.Key : null;

    /// <summary>The lane that an entry moved to was kept.</summary>
    public void Moved(EntryId id, LaneKey lane)
    {
        if (MovedTo(id) == lane) _slots[_slots.Find(id)].IsMoved = false;
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
        return StateOf(_slots[slot].State);
    }

    /// <summary>When an entry is or was due: milliseconds since 1970; null when it is not queued.</summary>
    public long? DueOf(EntryId id) => _slots.Find(id) is >= 0 and var slot ? _slots[slot].Due : null;

    /// <summary>What is known of an entry; null when it is not queued.</summary>
    public EntryView? View(EntryId id) => _slots.Find(id) is >= 0 and var slot ? ViewOf(_slots[slot]) : null;

    /// <summary>The path that a due entry waits for; null when it waits for none.</summary>
    public HeldPath? WaitsFor(EntryId id)
    {
        if (!TryFind(id, SlotState.Ready, out var slot)) return null;
        ref var value = ref _slots[slot];
        return _byNumber[value.Lane]!.HeldPaths?.Of(_ready[(value.Lane, value.Flow)]);
    }

    /// <summary>Remembers how an attempt failed.</summary>
    public void Failed(EntryId id, Cause cause, bool tellsDelay, bool isPossiblyTwice)
    {
        if (_slots.Find(id) is not (>= 0 and var slot)) return;
        ref var value = ref _slots[slot];
        value.Cause = CodeOf(cause);
        value.IsDelayTold |= tellsDelay;
        value.IsPossiblyTwice |= isPossiblyTwice;
    }

    private EntryView ViewOf(in Slot slot) => new()
    {
        Id = new EntryId(slot.Id),
        Lane = _byNumber[slot.Lane]!.Key,
        Flow = new SenderFlow(_flows[slot.Flow]),
        State = StateOf(slot.State),
        Due = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(slot.Due, 0, LatestTime)),
        AcceptedAt = DateTimeOffset.FromUnixTimeSeconds(slot.AcceptedAt),
        Attempts = slot.Attempts,
        Cause = slot.Cause == 0 ? null : (Cause)(slot.Cause - 1),
    };

    private static byte CodeOf(Cause? cause) => cause is { } known ? (byte)((byte)known + 1) : (byte)0;

    private static EntryState StateOf(SlotState state) => state switch { SlotState.Leased => EntryState.Leased, SlotState.Held => EntryState.Held, _ => EntryState.Waiting };

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
        if (!flow.IsAside) _round.Append(lane);
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
                if (lane.Turn is null) _round.Remove(lane, keepsShare: lane.Ready > 0);
                break;
            case SlotState.Leased:
                lane.Leased--;
                // Its limit may have stopped the lane.
                if (lane.Turn is not null) _round.Append(lane);
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
        Unlink(flow, ref value);
        lane.Ready--;
        if (flow.Head < 0) Drop(lane, flow);
    }

    private void Unlink(ReadyFlow flow, ref Slot value)
    {
        if (value.Place < 0) flow.Head = value.Next;
        else _slots[value.Place].Next = value.Next;
        if (value.Next < 0) flow.Tail = value.Place;
        else _slots[value.Next].Place = value.Place;
    }

    private void Drop(Lane lane, ReadyFlow flow)
    {
        if (flow.IsAside) lane.HeldPaths!.Forget(flow);
        else lane.Remove(flow);
        _ready.Remove((flow.Lane, flow.Flow));
    }

    private bool TryFind(EntryId id, SlotState state, out int slot)
    {
        slot = _slots.Find(id);
        return slot >= 0 && _slots[slot].State == state;
    }
}
