using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Tests.Routing.Paths;

public sealed class PathLadderTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static DeliveryDecision Refused { get; } = PathWorld.Refused(Cause.IpReputation);

    [Fact]
    public async Task The_first_open_path_is_taken_and_DNS_is_not_asked()
    {
        var world = await PathWorld.MakeAsync();
        for (var i = 0; i < 100; i++) Assert.Equal("main", (await world.SendAsync(PathWorld.Taken)).Path.Name);
        Assert.Equal(0, world.Questions);
    }

    [Theory]
    [InlineData(Cause.IpReputation)]
    [InlineData(Cause.IpBlocklisted)]
    [InlineData(Cause.NoPtr)]
    public async Task A_refused_path_is_passed_over_by_the_same_message_and_all_that_follow(Cause cause)
    {
        var world = await PathWorld.MakeAsync();
        var request = world.Message();
        await world.SendAsync(PathWorld.Refused(cause), request);

        var next = await world.UseAsync(request with { Tried = ["main"] });
        Assert.Equal(("second", false, true), (next.Path.Name, next.IsProbe, next.IsRerouted));
        Assert.Equal("second second second", await world.SendManyAsync(3));
        Assert.Equal(["suspended main for google, 1"], world.Events.Told);
    }

    [Fact]
    public async Task A_path_is_suspended_for_one_provider_only()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        Assert.Equal("main", await world.SendManyAsync(1, "yahoo"));
    }

    [Fact]
    public async Task What_a_smart_host_refuses_suspends_it_for_everybody()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Smart, PathWorld.Main]);
        await world.SendAsync(Refused);
        Assert.Equal("main", await world.SendManyAsync(1, "yahoo"));
    }

    [Fact]
    public async Task Other_ladders_hold_from_the_next_message_and_a_path_that_was_suspended_still_is()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        world.Ladder.Replace(new PathSettings { Ladders = [new LadderRule([], [PathWorld.Main, PathWorld.Smart])], Local = new RelayPath.Maildir("local", "/nowhere") });
        Assert.Equal("smart", await world.SendManyAsync(1));
        Assert.Equal("main", await world.SendManyAsync(1, "yahoo"));
    }

    [Theory]
    [InlineData(DeliveryAction.Bounce, Cause.SpamContent)]
    [InlineData(DeliveryAction.Bounce, Cause.DomainReputation)]
    [InlineData(DeliveryAction.Bounce, Cause.Unauthenticated)]
    [InlineData(DeliveryAction.Bounce, Cause.RecipientUnknown)]
    [InlineData(DeliveryAction.Retry, Cause.Greylisted)]
    [InlineData(DeliveryAction.NextServer, Cause.RemoteError)]
    public async Task Other_causes_never_suspend(DeliveryAction action, Cause cause)
    {
        var world = await PathWorld.MakeAsync();
        for (var i = 0; i < 200; i++)
        {
            await world.SendAsync(new DeliveryDecision(action, cause, "", SmtpStage.EndOfData, "550 no", true, null));
            world.Pass(TimeSpan.FromMinutes(1));
        }
        Assert.Equal("main", await world.SendManyAsync(1));
        Assert.Empty(world.Events.Told);
    }

    [Fact]
    public async Task After_the_wait_one_small_message_tests_the_path_and_the_others_go_on()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        world.Pass(Hour - TimeSpan.FromSeconds(1));
        Assert.False((await world.UseAsync(world.Message())).IsProbe);

        world.Pass(TimeSpan.FromSeconds(1));
        var bulk = await world.UseAsync(world.Message(isBulk: true));
        var large = await world.UseAsync(world.Message() with { Size = ReroutePolicy.ProbeSize + 1 });
        var probe = await world.UseAsync(world.Message());
        var other = await world.UseAsync(world.Message());
        Assert.Equal("second second main/probe second", $"{bulk.Path.Name} {large.Path.Name} {probe.Path.Name}/{(probe.IsProbe ? "probe" : "")} {other.Path.Name}");
    }

    [Fact]
    public async Task Where_only_bulk_is_sent_it_tests_the_path_in_the_end()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        world.Pass(Hour + ReroutePolicy.AnyProbeAfter);
        Assert.True((await world.UseAsync(world.Message(isBulk: true))).IsProbe);
    }

    [Fact]
    public async Task A_probe_that_is_refused_doubles_the_wait()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main]);
        await world.SendAsync(Refused);
        var waits = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            var block = Assert.Single(world.Ladder.List(), one => one.Block is not null).Block!;
            waits.Add((block.Until - world.Clock.Now).TotalHours);
            world.Pass(block.Until - world.Clock.Now);
            var request = world.Message();
            var use = await world.UseAsync(request);
            Assert.True(use.IsProbe);
            world.Ladder.Report(request, use, Refused);
        }
        Assert.Equal([1, 2, 4, 8, 16, 24, 24], waits);
    }

    [Fact]
    public async Task A_wait_that_the_reply_names_is_kept()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(PathWorld.Refused(Cause.IpReputation, TimeSpan.FromHours(12)));
        Assert.Equal(PathWorld.Start.AddHours(12), world.Ladder.List()[0].Block!.Until);
    }

    [Fact]
    public async Task A_probe_that_is_taken_opens_the_path_in_steps()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        world.Pass(Hour);
        Assert.True((await world.SendAsync(PathWorld.Taken)).IsProbe);
        var first = (await world.SendManyAsync(41)).Split(' ');
        var second = (await world.SendManyAsync(58)).Split(' ');
        Assert.Equal((5, 20), (first.Count(name => name == "main"), second.Count(name => name == "main")));
        Assert.Equal("main main main", await world.SendManyAsync(3));
        Assert.Equal(["suspended main for google, 1", "opening main for google, step 0", "opening main for google, step 1", "opened main for google"], world.Events.Told);
        Assert.DoesNotContain(world.Ladder.List(), one => one.Block is not null);
    }

    [Fact]
    public async Task A_path_that_opens_takes_all_when_no_other_is_open()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main]);
        await world.SendAsync(Refused);
        world.Pass(Hour);
        await world.SendAsync(PathWorld.Taken);
        Assert.Equal("main main main main", await world.SendManyAsync(4));
    }

    [Fact]
    public async Task A_refusal_while_it_opens_suspends_the_path_for_longer()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main]);
        await world.SendAsync(Refused);
        world.Pass(Hour);
        await world.SendAsync(PathWorld.Taken);
        await world.SendAsync(Refused);
        var block = world.Ladder.List()[0].Block!;
        Assert.Equal((BlockState.Suspended, 2, world.Clock.Now + (2 * Hour)), (block.State, block.Failures, block.Until));
    }

    [Fact]
    public async Task A_probe_that_tells_nothing_of_the_path_is_followed_by_another_soon()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        world.Pass(Hour);
        Assert.True((await world.SendAsync(PathWorld.Greylisted)).IsProbe);
        Assert.False((await world.UseAsync(world.Message())).IsProbe);
        world.Pass(ReroutePolicy.AfterNothingTold);
        Assert.True((await world.UseAsync(world.Message())).IsProbe);
        Assert.Equal(1, world.Ladder.List()[0].Block!.Failures);
    }

    [Fact]
    public async Task A_probe_that_a_limit_holds_back_is_given_back()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        world.Pass(Hour);
        var request = world.Message();
        world.Ladder.Withdraw(request, await world.UseAsync(request));
        Assert.True((await world.UseAsync(world.Message())).IsProbe);
    }

    [Fact]
    public async Task A_probe_that_never_comes_back_is_followed_by_another()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        world.Pass(Hour);
        var lost = world.Message();
        Assert.True((await world.UseAsync(lost)).IsProbe);
        Assert.True((await world.UseAsync(lost)).IsProbe);
        Assert.False((await world.UseAsync(world.Message())).IsProbe);
        world.Pass(ReroutePolicy.ProbeTime);
        Assert.True((await world.UseAsync(world.Message())).IsProbe);
    }

    [Fact]
    public async Task What_began_before_a_suspension_changes_nothing()
    {
        var world = await PathWorld.MakeAsync();
        var (early, late) = (world.Message(), world.Message());
        var (earlyUse, lateUse) = (await world.UseAsync(early), await world.UseAsync(late));
        await world.SendAsync(Refused);
        world.Ladder.Report(early, earlyUse, Refused);
        world.Ladder.Report(late, lateUse, PathWorld.Taken);
        var block = world.Ladder.List()[0].Block!;
        Assert.Equal((BlockState.Suspended, 1, PathWorld.Start + Hour), (block.State, block.Failures, block.Until));
    }

    [Fact]
    public async Task When_no_path_is_left_mail_waits_and_it_is_told_once()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main, PathWorld.Second]);
        var request = world.Message();
        await world.SendAsync(Refused, request);
        await world.SendAsync(Refused, request with { Tried = ["main"] });
        var wait = await world.WaitAsync(request with { Tried = ["main", "second"] });
        Assert.InRange(wait.Until, PathWorld.Start + Hour, PathWorld.Start + (1.02 * Hour));
        for (var i = 0; i < 10; i++) await world.WaitAsync(world.Message());
        Assert.Single(world.Events.Told, "exhausted google: main, second");
        Assert.Contains("ip-reputation", wait.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bulk_that_waits_does_not_come_back_all_at_once()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main]);
        await world.SendAsync(Refused);
        var times = new List<DateTimeOffset>();
        for (var i = 0; i < 100; i++) times.Add((await world.WaitAsync(world.Message(isBulk: true))).Until);
        Assert.True(times.Max() - times.Min() > TimeSpan.FromMinutes(8));
        Assert.True(times.Min() >= PathWorld.Start + Hour);
    }

    [Fact]
    public async Task A_provider_that_refuses_the_path_does_not_test_whether_it_leads_anywhere()
    {
        var world = await PathWorld.MakeAsync([PathWorld.Main]);
        await world.SendAsync(PathWorld.Refused(Cause.IpReputation, TimeSpan.FromHours(20)));
        for (var i = 0; i < 12; i++)
        {
            await world.SendAsync(PathWorld.Unreachable, world.Message($"provider{i % 4}"));
            world.Pass(TimeSpan.FromSeconds(30));
            if (world.Events.Told.Contains("suspended main for *, 1")) break;
        }
        world.Pass(Hour);
        await world.WaitAsync(world.Message());
        Assert.True((await world.SendAsync(PathWorld.Taken, world.Message("provider1"))).IsProbe);
        await world.WaitAsync(world.Message());
        Assert.Equal("main", await world.SendManyAsync(1, "provider2"));
    }

    [Fact]
    public async Task A_sender_without_a_ladder_waits()
    {
        var world = await PathWorld.MakeAsync(ladders: [new LadderRule([DomainName.Parse("other.example")], [PathWorld.Main])]);
        await world.WaitAsync(world.Message());
        Assert.Equal("main", (await world.UseAsync(world.Message(sender: "mail.other.example"))).Path.Name);
    }

    [Fact]
    public async Task Mail_for_this_machine_has_its_own_path()
    {
        var world = await PathWorld.MakeAsync();
        Assert.IsType<RelayPath.Maildir>((await world.UseAsync(world.Message("local"))).Path);
    }

    [Fact]
    public async Task Blocks_outlive_a_restart_with_their_evidence()
    {
        var world = await PathWorld.MakeAsync();
        var request = world.Message();
        await world.SendAsync(PathWorld.Refused(Cause.IpBlocklisted), request);
        await world.Ladder.FlushAsync();

        var again = await PathWorld.MakeAsync(rows: world.Rows);
        Assert.Equal("second", await again.SendManyAsync(1));
        Assert.Equal(world.Ladder.List()[0].Block, again.Ladder.List()[0].Block);
        var block = again.Ladder.List()[0].Block!;
        Assert.Equal((request.Entry, Cause.IpBlocklisted, "test.rule", "550 5.7.1 refused for ip-blocklisted"), (block.Entry, block.Cause, block.RuleId, block.Reply));
    }

    [Fact]
    public async Task A_probe_that_a_restart_ended_is_made_again()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        world.Pass(Hour);
        Assert.True((await world.UseAsync(world.Message())).IsProbe);
        await world.Ladder.FlushAsync();

        var again = await PathWorld.MakeAsync(rows: world.Rows, time: world.Time);
        Assert.True((await again.UseAsync(again.Message())).IsProbe);
    }

    [Fact]
    public async Task A_path_that_opened_is_forgotten_on_the_disk_too()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        Assert.True(world.Ladder.Open("google", "main"));
        Assert.False(world.Ladder.Open("google", "main"));
        await world.Ladder.FlushAsync();
        Assert.Empty(world.Rows.Rows);
        Assert.Equal("main", await world.SendManyAsync(1));
    }

    [Fact]
    public async Task A_broken_disk_loses_no_block_and_is_written_later()
    {
        var world = await PathWorld.MakeAsync();
        world.Rows.Fault = StorageFault.Full;
        await world.SendAsync(Refused);
        await world.Ladder.FlushAsync();
        Assert.Empty(world.Rows.Rows);
        Assert.Equal("second", await world.SendManyAsync(1));

        world.Rows.Fault = null;
        await world.SendAsync(Refused, world.Message("yahoo"));
        await world.Ladder.FlushAsync();
        Assert.Equal(2, world.Rows.Rows.Count);
    }

    [Fact]
    public async Task Rows_that_are_no_blocks_are_passed_over()
    {
        var world = await PathWorld.MakeAsync();
        await world.SendAsync(Refused);
        await world.Ladder.FlushAsync();
        foreach (var text in new[] { "", "{}", "[]", "null", "{\"state\":\"Suspended\"}", new string('x', 100) })
            world.Rows.Rows[("block", text)] = new Relay.State.StateRow("block", text, System.Text.Encoding.UTF8.GetBytes(text), null);
        var again = await PathWorld.MakeAsync(rows: world.Rows);
        Assert.Single(again.Ladder.List());
    }
}
