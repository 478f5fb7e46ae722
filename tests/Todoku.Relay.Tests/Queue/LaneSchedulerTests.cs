using CsCheck;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Lanes;

namespace Todoku.Relay.Tests.Queue;

public sealed class LaneSchedulerTests
{
    private const long Start = 1_800_000_000_000;

    private readonly LaneScheduler _scheduler = new();

    [Fact]
    public void What_is_due_first_is_sent_first()
    {
        Add(1, due: Start + 300);
        Add(2, due: Start + 100);
        Add(3, due: Start + 200);

        Assert.Equal(Start + 100, _scheduler.NextDue);
        Assert.Empty(Lease(Start + 99));
        Assert.Equal([2, 3], Lease(Start + 250));
        Assert.Equal([1], Lease(Start + 300));
        Assert.Null(_scheduler.NextDue);
    }

    [Fact]
    public void A_newsletter_lets_a_password_reset_pass()
    {
        for (var id = 1; id <= 10_000; id++) Add(id, flow: "news");
        Lease(Start, max: 10);
        Add(20_000, flow: "shop");

        // One turn of the newsletter's flow at the most.
        var next = Lease(Start, max: LaneScheduler.FlowQuantum + 1);
        Assert.Contains(20_000, next);
    }

    [Fact]
    public void A_large_lane_lets_a_small_one_pass()
    {
        for (var id = 1; id <= 10_000; id++) Add(id, lane: "large");
        Add(20_000, lane: "small");

        var before = 0;
        while (!Lease(Start, max: 8).Contains(20_000)) before += 8;
        Assert.InRange(before, 0, LaneScheduler.LaneQuantum);
    }

    [Fact]
    public void A_lane_at_its_limit_waits_and_others_go_on()
    {
        for (var id = 1; id <= 5; id++) Add(id, lane: "a");
        Add(10, lane: "b");
        _scheduler.SetLimit(new LaneKey("a"), 2);

        Assert.Equal([1, 2], Lease(Start));
        Assert.Equal([10], Lease(Start));
        Assert.Empty(Lease(Start));
        _scheduler.Remove(Id(1));
        Assert.Equal([3], Lease(Start));
        _scheduler.SetLimit(new LaneKey("a"), null);
        Assert.Equal([4, 5], Lease(Start));
    }

    [Fact]
    public void A_lane_that_is_empty_is_forgotten()
    {
        for (var id = 1; id <= 100; id++) Add(id, lane: $"domain:{id}.example", flow: $"{id}");
        for (var id = 1; id <= 100; id++) _scheduler.Remove(Id(id));

        Assert.Equal((0, 0), (_scheduler.Count, _scheduler.LaneCount));
    }

    /// <summary>Whatever is done in whatever order: nothing is lost, nothing is sent twice, nothing due is forgotten, and the counts are right.</summary>
    [Fact]
    public void The_scheduler_does_as_a_plain_list_does() =>
        Gen.Select(Gen.Int[0, 10], Gen.Int[1, 40], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[-50, 200]).List[1, 300].Sample(steps =>
        {
            var scheduler = new LaneScheduler();
            var model = new Dictionary<long, (string Lane, string Flow, EntryState State, long Due)>();
            var limits = new Dictionary<string, int>();
            var pauses = new Dictionary<(string Lane, string Path), long>();
            var paths = new Dictionary<(string Lane, string Flow), string>();
            var now = Start;
            foreach (var (action, id, lane, flow, delay) in steps)
            {
                var (entry, name) = (Shared(id), $"lane{lane}");
                switch (action)
                {
                    case 0 or 1 or 2:
                        var state = delay == 7 ? EntryState.Held : EntryState.Waiting;
                        Assert.Equal(!model.ContainsKey(id), scheduler.Add(Entry(id, now + delay, name, $"flow{flow}", size: flow * 5_000_000, state) with { Id = entry }, now));
                        model.TryAdd(id, (name, $"flow{flow}", state, now + delay));
                        break;
                    case 3:
                        Leave(id);
                        Assert.Equal(model.Remove(id), scheduler.Remove(entry));
                        break;
                    case 4:
                        Assert.Equal(model.ContainsKey(id), scheduler.Defer(entry, now + delay, now));
                        Leave(id);
                        if (model.TryGetValue(id, out var deferred)) model[id] = deferred with { State = EntryState.Waiting, Due = now + delay };
                        break;
                    case 5:
                        Assert.Equal(model.ContainsKey(id), scheduler.Hold(entry));
                        Leave(id);
                        if (model.TryGetValue(id, out var held)) model[id] = held with { State = EntryState.Held };
                        break;
                    case 6:
                        var isLeased = model.TryGetValue(id, out var leased) && leased.State == EntryState.Leased;
                        Assert.Equal(isLeased, scheduler.Return(entry, now));
                        if (isLeased) model[id] = leased with { State = EntryState.Waiting };
                        break;
                    case 7:
                        scheduler.SetLimit(new LaneKey(name), flow == 0 ? null : flow);
                        limits[name] = flow == 0 ? int.MaxValue : flow;
                        break;
                    case 8:
                        scheduler.HoldBack(new LaneKey(name), $"path{flow}", now + delay, [entry], now);
                        pauses[(name, $"path{flow}")] = now + delay;
                        // Of a flow that has nothing due there, or waits already, it is not said.
                        if (model.TryGetValue(id, out var stopped) && Ready(name, stopped.Flow) > 0 && !IsStopped(stopped with { Lane = name })) paths[(name, stopped.Flow)] = $"path{flow}";
                        break;
                    case 9:
                        Assert.Equal(model.ContainsKey(id), scheduler.Rebind(entry, new LaneKey(name), now));
                        Leave(id);
                        if (!model.TryGetValue(id, out var moved)) break;
                        if (moved.Lane != name) Assert.Equal(new LaneKey(name), scheduler.MovedTo(entry));
                        model[id] = moved with { Lane = name, State = moved.State == EntryState.Held ? EntryState.Held : EntryState.Waiting };
                        break;
                    default:
                        now += Math.Max(0, delay);
                        var list = new List<ScheduledEntry>();
                        while (scheduler.TryLease(now, 3, list, out var from))
                        {
                            Assert.Single(list.Select(got => got.Id.Message).Distinct());
                            foreach (var got in list)
                            {
                                var known = model[Number(got.Id)];
                                Assert.Equal((from.Name, EntryState.Waiting), (known.Lane, known.State));
                                Assert.True(known.Due <= now && !IsStopped(known));
                            }
                            paths.Remove((from.Name, model[Number(list[0].Id)].Flow));
                            foreach (var got in list) model[Number(got.Id)] = model[Number(got.Id)] with { State = EntryState.Leased };
                            Assert.True(Leased(from.Name) <= limits.GetValueOrDefault(from.Name, int.MaxValue));
                        }
                        // What is left may not be sent.
                        Assert.DoesNotContain(model.Values, left => left.State == EntryState.Waiting && left.Due <= now
                            && !IsStopped(left) && Leased(left.Lane) < limits.GetValueOrDefault(left.Lane, int.MaxValue));
                        break;
                }
            }
            Assert.Equal(model.Count, scheduler.Count);
            foreach (var counts in scheduler.Lanes)
            {
                var entries = model.Values.Where(entry => entry.Lane == counts.Lane.Name).ToList();
                Assert.Equal(entries.Count(entry => entry.State == EntryState.Waiting), counts.Waiting + counts.Due);
                Assert.Equal(entries.Count(entry => entry.State == EntryState.Leased), counts.Leased);
                Assert.Equal(entries.Count(entry => entry.State == EntryState.Held), counts.Held);
            }
            Assert.Equal(model.Count, scheduler.Lanes.Sum(counts => counts.Waiting + counts.Due + counts.Leased + counts.Held));

            int Ready(string lane, string flow) => model.Values.Count(entry => entry.Lane == lane && entry.Flow == flow && entry.State == EntryState.Waiting && entry.Due <= now);

            bool IsStopped((string Lane, string Flow, EntryState State, long Due) entry) =>
                paths.TryGetValue((entry.Lane, entry.Flow), out var path) && pauses.GetValueOrDefault((entry.Lane, path)) > now;

            // A flow that has nothing due any more is forgotten, with the path that it waited for.
            void Leave(long id)
            {
                if (model.TryGetValue(id, out var left) && left.State == EntryState.Waiting && left.Due <= now && Ready(left.Lane, left.Flow) == 1) paths.Remove((left.Lane, left.Flow));
            }

            int Leased(string lane) => model.Values.Count(entry => entry.Lane == lane && entry.State == EntryState.Leased);
        });

    /// <summary>Two lanes, and two flows of a lane, that both have mail due: what they were served differs by a quantum and two messages at the most.</summary>
    [Fact]
    public void Shares_differ_by_a_quantum_at_the_most() =>
        Gen.Select(Gen.Bool, Gen.Int[1, 20], Gen.Long[0, 6_000_000].Array[2, 60], Gen.Long[0, 6_000_000].Array[2, 60]).Sample((areLanes, max, first, second) =>
        {
            var scheduler = new LaneScheduler();
            var costs = new Dictionary<long, (int Side, int Cost)>();
            foreach (var (side, sizes) in new[] { (0, first), (1, second) })
            {
                for (var i = 0; i < sizes.Length; i++)
                {
                    var id = (side * 1000) + i + 1;
                    costs[id] = (side, LaneScheduler.CostOf(sizes[i]));
                    scheduler.Add(Entry(id, Start, areLanes ? $"{side}" : "a", areLanes ? "x" : $"{side}", sizes[i], EntryState.Waiting), Start);
                }
            }
            var bound = (areLanes ? LaneScheduler.LaneQuantum : LaneScheduler.FlowQuantum) + (2 * costs.Values.Max(cost => cost.Cost));
            var (served, left) = (new int[2], new[] { first.Length, second.Length });
            var list = new List<ScheduledEntry>();
            while (scheduler.TryLease(Start, max, list, out _))
            {
                foreach (var entry in list)
                {
                    var (side, cost) = costs[entry.Id.Message.Value];
                    served[side] += cost;
                    left[side]--;
                    if (left[0] > 0 && left[1] > 0) Assert.InRange(Math.Abs(served[0] - served[1]), 0, bound);
                }
            }
            Assert.Equal([0, 0], left);
        });

    [Fact]
    public void Recipients_of_one_message_in_one_lane_go_together()
    {
        foreach (var (recipient, lane) in new[] { (0, "a"), (1, "b"), (2, "a"), (3, "a"), (4, "b"), (5, "a") }) AddRecipient(message: 1, recipient, lane);
        AddRecipient(message: 2, 0, "a");

        Assert.Equal(["000001/1", "000001/3", "000001/4"], LeaseOne(max: 3));
        Assert.Equal(["000001/6"], LeaseOne(max: 3));
        Assert.Equal(["000002/1"], LeaseOne(max: 3));
        Assert.Equal(["000001/2", "000001/5"], LeaseOne(max: 3));
    }

    [Fact]
    public void Recipients_put_off_to_the_same_time_come_together_again()
    {
        for (var recipient = 0; recipient < 4; recipient++) AddRecipient(message: 1, recipient);
        for (var recipient = 0; recipient < 4; recipient++) AddRecipient(message: 2, recipient);
        Assert.Equal(4, LeaseOne().Count);
        Assert.Equal(4, LeaseOne().Count);
        for (var recipient = 0; recipient < 4; recipient++)
            for (var message = 1; message <= 2; message++) _scheduler.Defer(new EntryId(new QueueId(message), recipient), Start + 60_000, Start);

        Assert.Equal(["000001/1", "000001/2", "000001/3", "000001/4"], LeaseOne(Start + 60_000));
        Assert.Equal(["000002/1", "000002/2", "000002/3", "000002/4"], LeaseOne(Start + 60_000));
    }

    [Fact]
    public void A_lanes_limit_counts_recipients()
    {
        for (var recipient = 0; recipient < 5; recipient++) AddRecipient(message: 1, recipient);
        _scheduler.SetLimit(new LaneKey("a"), 3);
        Assert.Equal(3, LeaseOne().Count);
        Assert.Empty(LeaseOne());
    }

    /// <summary>A message to many pays for them: the other flow catches up before the next.</summary>
    [Fact]
    public void A_message_to_many_recipients_is_paid_for()
    {
        for (var message = 1; message <= 10; message++)
            for (var recipient = 0; recipient < 40; recipient++) AddRecipient(message, recipient, flow: "news");
        for (var message = 101; message <= 200; message++) AddRecipient(message, 0, flow: "shop");
        LeaseOne();

        var between = 0;
        for (var leased = LeaseOne(); leased.Count == 1; leased = LeaseOne()) between++;
        Assert.InRange(between, 40 - LaneScheduler.FlowQuantum, 40 + LaneScheduler.FlowQuantum);
    }

    [Fact]
    public void An_entry_that_moved_waits_its_turn_in_its_new_lane()
    {
        Add(1, lane: "domain:a.example");
        Add(2, lane: "domain:a.example", due: Start + 500);
        Add(3, lane: "provider:google");
        Assert.Equal([1], Lease(Start));
        Assert.True(_scheduler.Rebind(Id(1), new LaneKey("provider:google"), Start));
        Assert.True(_scheduler.Rebind(Id(2), new LaneKey("provider:google"), Start));

        Assert.Equal(["provider:google"], _scheduler.Lanes.Select(lane => lane.Lane.Name));
        Assert.Equal([3, 1], Lease(Start));
        Assert.Equal([2], Lease(Start + 500));
        Assert.Equal(new LaneKey("provider:google"), _scheduler.MovedTo(Id(1)));
        _scheduler.Moved(Id(1), new LaneKey("provider:google"));
        Assert.Null(_scheduler.MovedTo(Id(1)));
        Assert.Null(_scheduler.MovedTo(Id(3)));
        Assert.False(_scheduler.Rebind(Id(9), new LaneKey("a"), Start));
    }

    [Fact]
    public void A_scan_shows_each_entry_once_in_bounded_steps()
    {
        for (var id = 1; id <= 10_000; id++) Add(id, lane: id % 2 == 0 ? "a" : "b", due: Start + id);
        Lease(Start + 5);
        var seen = new List<EntryView>();
        var steps = 0;
        for (var from = 0; from >= 0; steps++) from = _scheduler.Scan(from, seen.Add);

        Assert.InRange(steps, 3, 10);
        Assert.Equal(Enumerable.Range(1, 10_000).Select(id => (long)id), seen.Select(view => view.Id.Message.Value).Order());
        var first = Assert.Single(seen, view => view.State == EntryState.Leased && view.Id == Id(1));
        Assert.Equal(("b", "x", Start + 1, Start), (first.Lane.Name, first.Flow.Name, first.Due.ToUnixTimeMilliseconds(), first.AcceptedAt.ToUnixTimeMilliseconds()));
    }

    private static EntryId Id(long id) => new(new QueueId(id), 0);

    // Three recipients a message.
    private static EntryId Shared(long id) => new(new QueueId(1 + (id / 3)), (int)(id % 3));

    private static long Number(EntryId id) => ((id.Message.Value - 1) * 3) + id.Recipient;

    private static StoredEntry Entry(long id, long due, string lane, string flow, long size, EntryState state) => new()
    {
        Id = Id(id),
        Lane = new LaneKey(lane),
        Flow = new SenderFlow(flow),
        Due = due,
        AcceptedAt = Start,
        Size = size,
        State = state,
    };

    private void AddRecipient(long message, int recipient, string lane = "a", string flow = "x") =>
        _scheduler.Add(Entry(message, 0, lane, flow, 0, EntryState.Waiting) with { Id = new EntryId(new QueueId(message), recipient) }, Start);

    private List<string> LeaseOne(long now = Start, int max = 100)
    {
        var list = new List<ScheduledEntry>();
        _scheduler.TryLease(now, max, list, out _);
        return [.. list.Select(entry => entry.Id.ToString())];
    }

    private void Add(long id, long due = 0, string lane = "a", string flow = "x") => _scheduler.Add(Entry(id, due, lane, flow, 0, EntryState.Waiting), Start);

    // Message after message, as long as they are of one lane.
    private List<long> Lease(long now, int max = 100)
    {
        var (leased, list) = (new List<long>(), new List<ScheduledEntry>());
        LaneKey? first = null;
        while (leased.Count < max && _scheduler.TryLease(now, 1, list, out var lane))
        {
            if (lane != (first ??= lane))
            {
                _scheduler.Return(list[0].Id, now);
                break;
            }
            leased.AddRange(list.Select(entry => entry.Id.Message.Value));
        }
        return leased;
    }
}
