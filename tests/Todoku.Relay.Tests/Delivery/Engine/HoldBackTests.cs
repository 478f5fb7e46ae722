using Todoku.Mail;
using Todoku.Relay.Configuration;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Queries;
using Todoku.Relay.Queue.Why;
using Todoku.Relay.Routing.Paths;
using Todoku.Relay.Tests.Routing.Paths;

namespace Todoku.Relay.Tests.Delivery.Engine;

/// <summary>Two senders' mail for one provider goes by two paths; one of them is at its limit.</summary>
public sealed class HoldBackTests
{
    private static readonly LadderRule[] Ladders =
    [
        new([DomainName.Parse("other.example")], [PathWorld.Second]),
        new([], [PathWorld.Main]),
    ];

    // One at a time, every three minutes.
    private static readonly ShapingConfiguration Slow = new() { Path = "main", Rate = 20, RatePeriod = TimeSpan.FromHours(1) };

    [Fact]
    public async Task Mail_of_a_path_that_is_free_goes_on_while_another_path_to_the_provider_is_at_its_limit()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => null, shaping: Slow, ladders: Ladders);
        await world.SendAsync(reports: 1);
        var waiting = await HeldBackAsync(world);

        world.SenderDomain = "other.example";
        for (var i = 0; i < 3; i++)
        {
            await world.SendAsync(reports: 0);
            Assert.Equal("second Delivered unknown", await world.NextAsync());
        }
        Assert.Equal("main", world.Queue.WaitsFor(waiting)?.Path);

        world.Pass(TimeSpan.FromMinutes(3.1));
        Assert.Equal(["main Delivered unknown"], await world.HearAsync(reports: 1));
        Assert.Null(world.Queue.WaitsFor(waiting));
    }

    [Fact]
    public async Task Why_names_the_path_that_is_waited_for()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => null, shaping: Slow, ladders: Ladders);
        await world.SendAsync(reports: 1);
        var waiting = await HeldBackAsync(world);

        var item = new QueueBrowser(world.Queue).Find(waiting.Message)!.Items[0];
        var why = new WhyWaiting(world.Queue, null, world.Shaper, TimeSpan.FromDays(5)).Of(item);
        var limited = Assert.IsType<WaitReason.Limited>(why.Reasons[0]);
        Assert.Equal(("main", "rate 20/h"), (limited.Path, limited.Limit));
        Assert.True(limited.Until > world.Now && limited.Until <= world.Now + TimeSpan.FromMinutes(3.1));

        // Meanwhile the limit was taken away; the path is looked at again when its time has come.
        world.Shaper.Replace(new ShapeSettings { Providers = [] });
        var paused = Assert.IsType<WaitReason.PathPaused>(new WhyWaiting(world.Queue, null, world.Shaper, TimeSpan.FromDays(5)).Of(item).Reasons[0]);
        Assert.Equal(("main", limited.Until), (paused.Path, paused.Until));
    }

    private static async Task<EntryId> HeldBackAsync(RerouteWorld world)
    {
        await world.SendAsync(reports: 0);
        var entry = new EntryId(world.Newest, 0);
        while (world.Queue.WaitsFor(entry) is null) await Task.Yield();
        return entry;
    }
}
