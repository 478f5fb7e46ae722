using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Queue;
using Todoku.Relay.Tests.Queue;

namespace Todoku.Relay.Tests.Delivery.Engine;

public sealed class LaneGateTests
{
    private static readonly LaneKey Lane = LaneKey.OfProvider("google");

    [Fact]
    public async Task A_lane_gives_out_twice_as_many_messages_as_it_has_connections()
    {
        await using var queue = await DeliveryQueue.OpenAsync(new MemoryQueue(), new SteadyClock(new FakeTimeProvider()));
        var gate = new LaneGate(queue, places: 500);
        Assert.Equal(8, Fill(queue, gate));
        gate.Learn(Lane, "main", 5);
        Assert.Equal(2, Fill(queue, gate));
        gate.Learn(Lane, "second", 2);
        Assert.Equal(4, Fill(queue, gate));

        gate.Leave(Lane);
        Assert.Equal(1, Fill(queue, gate));
        // Fewer connections: those that run may end, none is let out meanwhile.
        gate.Learn(Lane, "main", 1);
        for (var i = 0; i < 8; i++) gate.Leave(Lane);
        Assert.Equal(0, Fill(queue, gate));
        gate.Leave(Lane);
        Assert.Equal(1, Fill(queue, gate));
    }

    [Fact]
    public async Task One_lane_never_takes_all_places_of_the_others_and_an_empty_one_is_forgotten()
    {
        await using var queue = await DeliveryQueue.OpenAsync(new MemoryQueue(), new SteadyClock(new FakeTimeProvider()));
        var gate = new LaneGate(queue, places: 10);
        gate.Enter(Lane);
        gate.Learn(Lane, "main", 1000);
        Assert.Equal(9, Fill(queue, gate));
        for (var i = 0; i < 10; i++) gate.Leave(Lane);
        Assert.Equal(8, Fill(queue, gate));
    }

    // Lets out messages until the lane is closed; how many.
    private static int Fill(DeliveryQueue queue, LaneGate gate)
    {
        var count = 0;
        while (queue.Lanes().All(one => one.Limit != 0))
        {
            gate.Enter(Lane);
            count++;
        }
        return count;
    }
}
