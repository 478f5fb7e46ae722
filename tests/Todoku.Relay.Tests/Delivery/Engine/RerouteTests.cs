using Todoku.Knowledge;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Smtp.Tests.Client;

namespace Todoku.Relay.Tests.Delivery.Engine;

/// <summary>Engine, policy, ladder and shaper together, against servers that treat each address of ours as they are told.</summary>
public sealed class RerouteTests
{
    private const string Blocked = "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). [VI1EUR04FT040.eop-eur04.prod.protection.outlook.com]";

    [Fact]
    public async Task A_message_that_is_refused_for_the_address_goes_out_by_the_next_at_once_and_those_that_follow_go_there_first()
    {
        await using var world = await RerouteWorld.MakeAsync(from => from == "192.0.2.1" ? Blocked : null);
        Assert.Equal(["main NextPath ip-reputation", "second Delivered unknown"], await world.SendAsync(reports: 2));
        for (var i = 0; i < 5; i++) Assert.Equal(["second Delivered unknown"], await world.SendAsync(reports: 1));
        Assert.Equal(6, world.Messages);
        Assert.Equal(6, world.Settled.Count(one => one is EntryOutcome.Delivered));
        Assert.Equal(1, world.Connections("192.0.2.1"));
    }

    [Fact]
    public async Task Mail_that_waited_for_a_connection_goes_by_the_path_that_is_open_then()
    {
        RerouteWorld? started = null;
        // The first answer comes when others wait for the connection.
        await using var world = await RerouteWorld.MakeAsync(
            from => from != "192.0.2.1" ? null : SpinWait.SpinUntil(() => started?.Shaper.List().Any(one => one.Waiting > 0) == true, TimeSpan.FromSeconds(10)) ? Blocked : null, connections: 1);
        started = world;
        var told = (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.SendAsync(reports: 1)))).SelectMany(one => one).Concat(await world.HearAsync(1));
        Assert.Equal("main NextPath ip-reputation", Assert.Single(told, one => one.StartsWith("main ", StringComparison.Ordinal)));
        Assert.Equal(5, world.Settled.Count(one => one is EntryOutcome.Delivered));
    }

    [Fact]
    public async Task The_path_is_tested_and_opened_again()
    {
        var isBlocked = true;
        await using var world = await RerouteWorld.MakeAsync(from => from == "192.0.2.1" && isBlocked ? Blocked : null);
        await world.SendAsync(reports: 2);
        world.Pass(TimeSpan.FromHours(1));
        // Still refused: the probe itself goes out by the other path.
        Assert.Equal(["main NextPath ip-reputation probe", "second Delivered unknown"], await world.SendAsync(reports: 2));
        isBlocked = false;
        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["second Delivered unknown"], await world.SendAsync(reports: 1));
        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["main Delivered unknown probe"], await world.SendAsync(reports: 1));
        Assert.Equal(["opening main for microsoft, step 0"], world.PathEvents.Told.Where(one => one.StartsWith("opening", StringComparison.Ordinal)));
        Assert.Equal(4, world.Messages);
    }

    [Theory]
    [InlineData("550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", DeliveryAction.Bounce)]
    [InlineData("550 5.7.515 Access denied, sending domain example.com doesn't meet the required authentication level.", DeliveryAction.Bounce)]
    [InlineData("451 4.7.652 The mail server [192.0.2.9] has exceeded the maximum number of connections. (S3115)", DeliveryAction.SlowDown)]
    [InlineData("450 4.2.0 Greylisted, try again later", DeliveryAction.Retry)]
    public async Task What_is_not_of_the_path_never_travels(string reply, DeliveryAction action)
    {
        await using var world = await RerouteWorld.MakeAsync(_ => reply);
        var report = Assert.Single(await world.SendAsync(reports: 1));
        Assert.StartsWith($"main {action} ", report, StringComparison.Ordinal);
        Assert.Equal(0, world.Connections("192.0.2.2"));
        Assert.Equal(action == DeliveryAction.Bounce, Assert.Single(world.Settled) is EntryOutcome.Bounced);
    }

    [Fact]
    public async Task What_may_have_been_taken_is_marked_for_all_later_attempts()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => null);
        world.AnswerToEnd = ScriptedServer.Close;
        Assert.Equal(["main Retry remote-error"], await world.SendAsync(reports: 1));
        Assert.True(Assert.IsType<EntryOutcome.Deferred>(Assert.Single(world.Settled)).IsPossiblyTwice);
    }

    [Fact]
    public async Task When_all_paths_are_refused_mail_is_held_and_not_bounced()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => Blocked);
        Assert.Equal(["main NextPath ip-reputation", "second NextPath ip-reputation"], await world.SendAsync(reports: 2));
        var deferred = Assert.IsType<EntryOutcome.Deferred>(Assert.Single(world.Settled));
        Assert.Equal(Cause.IpReputation, deferred.Result.Cause);
        Assert.InRange(deferred.DueAt, world.Now + TimeSpan.FromHours(1), world.Now + TimeSpan.FromHours(1.1));
        Assert.Contains(world.PathEvents.Told, one => one.StartsWith("exhausted microsoft", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_asks_for_less_is_sent_less()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => "451 4.7.652 The mail server [192.0.2.9] has exceeded the maximum number of connections. (S3115)");
        await world.SendAsync(reports: 1);
        var status = Assert.Single(world.Shaper.List());
        Assert.Equal((1, Cause.RateLimited), (status.Now.Connections, status.SlowedBy));
    }
}
