using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Lanes;

namespace Todoku.Relay.Tests.Queue;

/// <summary>A path that is held back in a lane stops the mail that was to go by it, and no other.</summary>
public sealed class HeldPathsTests
{
    private const long Start = 1_800_000_000_000;

    private readonly LaneScheduler _scheduler = new();

    [Fact]
    public void A_path_that_is_held_back_comes_back_by_itself_or_when_told()
    {
        Add(1);
        Add(2, lane: "b");
        HoldBack("main", Start + 1000, Start, 1);

        Assert.Equal([2], Lease(Start));
        Assert.Empty(Lease(Start + 999));
        Assert.Equal(Start + 1000, _scheduler.NextDue);
        Assert.Equal([1], Lease(Start + 1000));

        _scheduler.Return(Id(1), Start + 1000);
        HoldBack("main", Start + 9000, Start + 1000, 1);
        Assert.Empty(Lease(Start + 1001));
        HoldBack("main", Start, Start + 1001);
        Assert.Equal([1], Lease(Start + 1001));
    }

    [Fact]
    public void A_later_time_is_not_ended_by_an_earlier_one()
    {
        Add(1);
        HoldBack("main", Start + 1000, Start, 1);
        HoldBack("main", Start + 2000, Start);

        Assert.Empty(Lease(Start + 1500));
        Assert.Equal([1], Lease(Start + 2000));
    }

    [Fact]
    public void Mail_that_goes_by_another_path_goes_on()
    {
        Add(1, flow: "shop");
        Add(2, flow: "news");
        Add(3, flow: "blog");
        HoldBack("main", Start + 1000, Start, 1);
        HoldBack("second", Start + 2000, Start, 3);
        Add(4, flow: "shop");

        Assert.Equal([2], Lease(Start));
        Assert.Empty(Lease(Start));
        Assert.Equal([new HeldPath("main", At(Start + 1000), 1), new HeldPath("second", At(Start + 2000), 1)], Assert.Single(_scheduler.Lanes).HeldPaths);
        Assert.Equal(("main", "main", "second"), (_scheduler.WaitsFor(Id(1))?.Path, _scheduler.WaitsFor(Id(4))?.Path, _scheduler.WaitsFor(Id(3))?.Path));
        Assert.Null(_scheduler.WaitsFor(Id(2)));

        Assert.Equal([1, 4], Lease(Start + 1000));
        Assert.Equal([3], Lease(Start + 2000));
        Assert.Empty(Assert.Single(_scheduler.Lanes).HeldPaths);
    }

    [Fact]
    public void All_that_waited_for_a_path_waits_again_when_the_first_finds_it_held_back_again()
    {
        for (var id = 1; id <= 20; id++) Add(id, flow: $"flow{id}");
        for (var id = 1; id <= 20; id++) HoldBack("main", Start + 1000, Start, id);
        var seen = new HashSet<long>();
        for (var time = Start + 1000; seen.Count < 20; time += 1000)
        {
            // One is let out, and tells for all; each time it is another one.
            var first = Assert.Single(Lease(time, max: 1));
            Assert.True(seen.Add(first));
            _scheduler.Return(Id(first), time);
            HoldBack("main", time + 1000, time, first);
            Assert.Empty(Lease(time));
        }
    }

    private static EntryId Id(long id) => new(new QueueId(id), 0);

    private static DateTimeOffset At(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);

    private void Add(long id, string lane = "a", string flow = "x") =>
        _scheduler.Add(new StoredEntry { Id = Id(id), Lane = new LaneKey(lane), Flow = new SenderFlow(flow), AcceptedAt = Start, Size = 100 }, Start);

    private void HoldBack(string path, long until, long now, params long[] ids) => _scheduler.HoldBack(new LaneKey("a"), path, until, ids.Select(Id), now);

    private List<long> Lease(long now, int max = 100)
    {
        var (leased, list) = (new List<long>(), new List<ScheduledEntry>());
        while (leased.Count < max && _scheduler.TryLease(now, 1, list, out _)) leased.Add(list[0].Id.Message.Value);
        return leased;
    }
}
