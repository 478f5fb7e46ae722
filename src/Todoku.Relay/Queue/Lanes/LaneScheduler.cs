namespace Todoku.Relay.Queue.Lanes;

/// <summary>
/// Says which entry is sent next. Not safe for several threads.
/// </summary>
/// <remarks>
/// Entries sleep in one heap by due time. One that is due joins the turn of its flow in its lane. Lanes share by deficit round robin, and so do the
/// flows of a lane: each gets a quantum a round, and what it sends costs by size and recipients. So between two lanes, or two flows of a lane, that both
/// have mail due and may send, the cost served never differs by more than a quantum and two messages, however much either has.
/// </remarks>
public sealed partial class LaneScheduler
{
    /// <summary>Bytes of a message that cost one unit more.</summary>
    public const int CostUnit = 64 * 1024;

    /// <summary>The most that a message costs, whatever its size.</summary>
    public const int MaxCost = 64;

    /// <summary>What a lane may send in a turn.</summary>
    public const int LaneQuantum = 32;

    /// <summary>What a flow may send in a turn of its lane.</summary>
    public const int FlowQuantum = 4;

    // RCPT is little beside DATA.
    private const int FurtherRecipientCost = 1;

    private const int ScannedAtOnce = 4096;

    private readonly SlotTable _slots = new();
    private readonly DueHeap _sleeping;
    private readonly NameRegister _flows = new();
    private readonly Dictionary<LaneKey, Lane> _lanes = [];
    private readonly List<Lane?> _byNumber = [];
    private readonly Stack<int> _freeNumbers = new();
    private readonly Dictionary<(int Lane, int Flow), ReadyFlow> _ready = [];
    private readonly LaneRound _round = new();
    private readonly PriorityQueue<(LaneKey Lane, string Path, long Until), long> _pauses = new();

    public LaneScheduler() => _sleeping = new DueHeap(_slots);

    /// <summary>All entries.</summary>
    public int Count => _slots.Count;

    /// <summary>Lanes that hold something, or have a limit or a path that is held back.</summary>
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
        value.IsDelayTold = entry.IsDelayTold;
        value.Cause = CodeOf(entry.LastCause);
        if (entry.State == EntryState.Held) PutHeld(slot);
        else PutWaiting(slot, now);
        return true;
    }

    /// <summary>Leases the next message: those of its entries in one lane that are due.</summary>
    /// <param name="now">Milliseconds since 1970.</param>
    /// <param name="maxRecipients">The most entries.</param>
    /// <param name="into">Where they go; cleared before.</param>
    /// <param name="lane">The lane.</param>
    /// <returns>False when no lane has an entry that may be sent now.</returns>
    public bool TryLease(long now, int maxRecipients, List<ScheduledEntry> into, out LaneKey lane)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRecipients, 1);
        into.Clear();
        lane = default;
        Advance(now);
        while (_round.Turn is { } turn)
        {
            if (!turn.MaySend)
            {
                _round.Remove(turn, keepsShare: turn.Ready > 0);
                continue;
            }
            if (!turn.IsServed) (turn.Deficit, turn.IsServed) = (turn.Deficit + LaneQuantum, true);
            if (!CanPay(turn))
            {
                turn.IsServed = false;
                _round.Advance();
                continue;
            }
            LeaseMessage(turn, maxRecipients, into);
            if (turn.Ready == 0) _round.Remove(turn, keepsShare: false);
            lane = turn.Key;
            return true;
        }
        return false;
    }

    /// <summary>When a sleeping entry wakes next or a path is held back no longer: milliseconds since 1970; null when none does.</summary>
    public long? NextDue
    {
        get
        {
            long? next = _sleeping.Count > 0 ? _slots[_sleeping.First].Due : null;
            if (_pauses.TryPeek(out _, out var until) && (next is null || until < next)) next = until;
            return next;
        }
    }

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
        if (lane.Turn is not null) _round.Append(lane);
        Forget(lane);
    }

    /// <summary>
    /// Holds a path back in a lane until a time: mail that was to go by it is not leased before. That is the mail of those flows that this is said of; what is due of others goes on, until it is
    /// said of them too. A time that is over ends it.
    /// </summary>
    /// <param name="key">The lane.</param>
    /// <param name="path">The path.</param>
    /// <param name="until">Milliseconds since 1970.</param>
    /// <param name="entries">Entries that were to go by it, returned before; those that are due.</param>
    /// <param name="now">Milliseconds since 1970.</param>
    public void HoldBack(LaneKey key, string path, long until, IEnumerable<EntryId> entries, long now)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var lane = LaneOf(key);
        var flows = new List<ReadyFlow>(1);
        foreach (var entry in entries)
        {
            var slot = _slots.Find(entry);
            if (slot < 0 || !_ready.TryGetValue((lane.Number, _slots[slot].Flow), out var flow) || flow.IsAside || flows.Contains(flow)) continue;
            flow.Path = path;
            flows.Add(flow);
        }
        if (until <= now)
        {
            Release(lane, path);
            return;
        }
        var held = lane.HeldPaths ??= new HeldPaths();
        // Where it is held back already, all others that wait for it are aside.
        if (!held.IsHeld(path)) flows = [.. lane.Round().Where(flow => flow.Path == path)];
        held.Hold(path, until);
        _pauses.Enqueue((key, path, until), until);
        foreach (var flow in flows)
        {
            lane.Remove(flow);
            held.PutAside(flow);
        }
        if (lane.Turn is null) _round.Remove(lane, keepsShare: lane.Ready > 0);
    }

    /// <summary>Shows some of the entries, in no order.</summary>
    /// <param name="from">0, then what was returned, until that is -1.</param>
    /// <param name="visit">Is given each of them.</param>
    public int Scan(int from, Action<EntryView> visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var end = Math.Min(from + ScannedAtOnce, _slots.Capacity);
        for (var i = from; i < end; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.State != SlotState.Free) visit(ViewOf(slot));
        }
        return end < _slots.Capacity ? end : -1;
    }

    // Whether the lane can pay for the next entry of the flow whose turn it is; gives flows their share on the way.
    private bool CanPay(Lane lane)
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

    // Entries of one message stand together in the turn: they were queued, or put off, to the same time.
    private void LeaseMessage(Lane lane, int maxRecipients, List<ScheduledEntry> into)
    {
        var flow = lane.Turn!;
        flow.Path = null;
        var message = new EntryId(_slots[flow.Head].Id).Message;
        int cost = _slots[flow.Head].Cost;
        do
        {
            into.Add(Lease(lane, flow));
            flow.Deficit -= cost;
            lane.Deficit -= cost;
            cost = FurtherRecipientCost;
        }
        while (into.Count < maxRecipients && lane.Leased < lane.Limit && flow.Head >= 0 && new EntryId(_slots[flow.Head].Id).Message == message);
        if (flow.Head < 0) Drop(lane, flow);
    }

    private ScheduledEntry Lease(Lane lane, ReadyFlow flow)
    {
        ref var value = ref _slots[flow.Head];
        Unlink(flow, ref value);
        lane.Ready--;
        value.State = SlotState.Leased;
        lane.Leased++;
        return new ScheduledEntry(new EntryId(value.Id), value.Attempts, DateTimeOffset.FromUnixTimeSeconds(value.AcceptedAt), value.IsPossiblyTwice) { IsDelayTold = value.IsDelayTold };
    }

    // What is due by now joins its turn; so does what waited for a path.
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
            if (_lanes.TryGetValue(pause.Lane, out var lane) && lane.HeldPaths?.IsHeld(pause.Path, pause.Until) == true) Release(lane, pause.Path);
        }
    }

    private void Release(Lane lane, string path)
    {
        foreach (var flow in lane.HeldPaths?.Release(path) ?? []) lane.Append(flow);
        if (lane.Turn is not null) _round.Append(lane);
        Forget(lane);
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
        if (lane.Count > 0 || lane.Limit != int.MaxValue || lane.HeldPaths is { IsEmpty: false }) return;
        _lanes.Remove(lane.Key);
        _byNumber[lane.Number] = null;
        _freeNumbers.Push(lane.Number);
    }

    private static LaneCounts CountsOf(Lane lane) => new(
        lane.Key, lane.Sleeping, lane.Ready, lane.Leased, lane.Held, lane.Limit == int.MaxValue ? null : lane.Limit,
        lane.HeldPaths is { IsEmpty: false } held ? held.List() : []);
}
