using Todoku.Knowledge;
using Todoku.Relay.Configuration;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Tests.Routing.Paths;

/// <summary>Paths that no reply suspends, and how much may move.</summary>
public sealed class PathGuardTests
{
    private static DeliveryDecision Refused { get; } = PathWorld.Refused(Cause.IpReputation);

    [Fact]
    public async Task Rerouted_mail_has_a_rate_and_bulk_leaves_room()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main, PathWorld.Second], guards: new RerouteGuards { MessagesAnHour = 10 });
        await world.SendAsync(Refused);
        for (var i = 0; i < 5; i++) Assert.Equal("second", (await world.SendAsync(PathWorld.Taken, world.Message(isBulk: true))).Path.Name);
        var bulk = await world.WaitAsync(world.Message(isBulk: true));
        Assert.Contains("5 messages an hour", bulk.Why, StringComparison.Ordinal);
        Assert.Equal("second second second second second", await world.SendManyAsync(5));
        Assert.IsType<PathChoice.Wait>(await world.ChooseAsync(world.Message()));
        // At the next hour the path is still suspended, and more may move.
        Assert.Equal(1, world.Ladder.List().Count(one => one.Block is not null));
        Assert.Equal((10, 10), world.Ladder.List().Where(one => one.Path == "second").Select(one => (one.Today, one.ReroutedToday)).Single());
    }

    [Fact]
    public async Task Only_a_share_of_the_mail_moves_and_always_the_same()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main, PathWorld.Second], guards: new RerouteGuards { Share = 0.3 });
        await world.SendAsync(Refused);
        var moved = 0;
        for (var i = 0; i < 500; i++)
        {
            var request = world.Message();
            var choice = await world.ChooseAsync(request);
            if (choice is PathChoice.Use) moved++;
            Assert.Equal(choice.GetType(), (await world.ChooseAsync(request)).GetType());
        }
        Assert.InRange(moved, 130, 170);
    }

    [Fact]
    public async Task Mail_that_is_held_back_is_not_counted()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main, PathWorld.Second], guards: new RerouteGuards { MessagesAnHour = 3 });
        await world.SendAsync(Refused);
        for (var i = 0; i < 10; i++)
        {
            var request = world.Message();
            world.Ladder.Withdraw(request, await world.UseAsync(request));
        }
        for (var i = 0; i < 10; i++) await world.SendAsync(PathWorld.Unreachable);
        Assert.Equal("second second second", await world.SendManyAsync(3));
    }

    [Fact]
    public async Task A_path_that_warms_up_takes_what_its_day_allows_and_the_rest_goes_on()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Second, PathWorld.Main], warmUps: [Warm("second", 2, 4)], guards: new RerouteGuards { MessagesAnHour = 1 });
        Assert.Equal("second second main main main", await world.SendManyAsync(5));
        world.Pass(TimeSpan.FromDays(1));
        Assert.Equal("second second second second main", await world.SendManyAsync(5));
        world.Pass(TimeSpan.FromDays(1));
        Assert.Equal("second second second second second second", await world.SendManyAsync(6));
        Assert.Equal("second", await world.SendManyAsync(1, "yahoo"));
    }

    [Fact]
    public async Task A_warm_up_is_of_each_provider_and_only_of_those_that_it_names()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Second, PathWorld.Main], warmUps: [Warm("second", 1) with { Providers = ["google", "yahoo"] }]);
        Assert.Equal("second main", await world.SendManyAsync(2));
        Assert.Equal("second main", await world.SendManyAsync(2, "yahoo"));
        Assert.Equal("second second", await world.SendManyAsync(2, "microsoft"));
    }

    [Fact]
    public async Task Rerouted_mail_never_gets_more_than_the_warm_up_allows()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main, PathWorld.Second], warmUps: [Warm("second", 2)]);
        await world.SendAsync(Refused);
        Assert.Equal("second second", await world.SendManyAsync(2));
        var wait = await world.WaitAsync(world.Message());
        Assert.Contains("warms up: 2 messages a day", wait.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warm_up_that_is_written_into_the_configuration_holds_at_once_and_counts_what_was_sent_today()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Second, PathWorld.Main]);
        await world.SendManyAsync(2);
        world.Ladder.Replace(world.Settings with { WarmUps = [Warm("second", 3)] });
        Assert.Equal("second main", await world.SendManyAsync(2));
        world.Ladder.Replace(world.Settings with { WarmUps = [Warm("second", 5)] });
        Assert.Equal("second second main", await world.SendManyAsync(3));
        world.Ladder.Replace(world.Settings);
        Assert.Equal("second", await world.SendManyAsync(1));
    }

    [Fact]
    public async Task What_a_path_carried_before_its_warm_up_was_configured_outlives_a_restart()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Second, PathWorld.Main]);
        await world.SendManyAsync(2);
        world.Ladder.Replace(world.Settings with { WarmUps = [Warm("second", 3)] });
        await world.Ladder.FlushAsync();
        var again = await PathWorld.MakeAsync([PathWorld.Second, PathWorld.Main], warmUps: [Warm("second", 3)], rows: world.Rows);
        Assert.Equal("second main", await again.SendManyAsync(2));
    }

    [Fact]
    public async Task Counts_of_a_warm_up_outlive_a_restart()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Second, PathWorld.Main], warmUps: [Warm("second", 3)]);
        await world.SendManyAsync(2);
        await world.Ladder.FlushAsync();
        var again = await PathWorld.MakeAsync([PathWorld.Second, PathWorld.Main], warmUps: [Warm("second", 3)], rows: world.Rows);
        Assert.Equal("second main main", await again.SendManyAsync(3));
    }

    [Fact]
    public async Task Mail_that_always_meets_too_much_at_a_time_moves_in_the_end()
    {
        var world = await PathWorld.MakeAsync();
        for (var i = 0; i < 40; i++)
        {
            await world.SendAsync(PathWorld.Slowed);
            world.Pass(TimeSpan.FromMinutes(1));
        }
        Assert.Empty(world.Events.Told);
        for (var i = 0; i < 25; i++)
        {
            await world.SendAsync(PathWorld.Slowed);
            world.Pass(TimeSpan.FromMinutes(1));
        }
        Assert.Equal("suspended main for google, 1", world.Events.Told[0]);
    }

    [Fact]
    public async Task One_message_that_is_taken_begins_the_count_anew()
    {
        var world = await PathWorld.MakeAsync();
        for (var i = 0; i < 200; i++)
        {
            await world.SendAsync(i % 25 == 0 ? PathWorld.Taken : PathWorld.Slowed);
            world.Pass(TimeSpan.FromMinutes(1));
        }
        Assert.Empty(world.Events.Told);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_moves_no_mail()
    {
        var world = await PathWorld.MakeAsync();
        for (var i = 0; i < 100; i++)
        {
            await world.SendAsync(PathWorld.Unreachable);
            world.Pass(TimeSpan.FromMinutes(1));
        }
        Assert.Empty(world.Events.Told);
    }

    [Fact]
    public async Task When_nobody_can_be_reached_the_path_is_shut_for_everybody_until_one_answers()
    {
        var world = await PathWorld.MakeAsync();
        for (var i = 0; i < 12; i++)
        {
            await world.SendAsync(PathWorld.Unreachable, world.Message($"provider{i % 4}"));
            world.Pass(TimeSpan.FromSeconds(30));
        }
        Assert.Equal(["suspended main for *, 1"], world.Events.Told);
        Assert.Equal("second", await world.SendManyAsync(1, "elsewhere"));
        world.Pass(TimeSpan.FromMinutes(5));
        Assert.True((await world.SendAsync(PathWorld.Greylisted, world.Message("elsewhere"))).IsProbe);
        Assert.Equal("main", await world.SendManyAsync(1));
        Assert.Equal("opened main for *", world.Events.Told[^1]);
    }

    [Fact]
    public async Task An_answer_of_anybody_shows_that_the_path_is_not_shut()
    {
        var world = await PathWorld.MakeAsync();
        for (var i = 0; i < 40; i++)
        {
            await world.SendAsync(i % 7 == 6 ? PathWorld.Greylisted : PathWorld.Unreachable, world.Message($"provider{i % 7}"));
            world.Pass(TimeSpan.FromMinutes(1));
        }
        Assert.Empty(world.Events.Told);
    }

    [Fact]
    public async Task A_smart_host_that_is_away_is_passed_over_soon()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Smart, PathWorld.Main]);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("smart", (await world.SendAsync(PathWorld.Unreachable, world.Message($"domain{i}.example"))).Path.Name);
            world.Pass(TimeSpan.FromSeconds(30));
        }
        Assert.Equal("main", await world.SendManyAsync(1, "another.example"));
    }

    [Fact]
    public async Task A_sender_reaches_a_smart_host_without_DNS_of_the_recipient()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Smart]);
        Assert.False(world.Ladder.NeedsServers(world.Message()));
        Assert.True((await PathWorld.MakeAsync()).Ladder.NeedsServers(world.Message()));
    }

    private static WarmUpConfiguration Warm(string path, params int[] days) => new() { Path = path, Begins = DateOnly.FromDateTime(PathWorld.Start.UtcDateTime), MessagesADay = days };
}
