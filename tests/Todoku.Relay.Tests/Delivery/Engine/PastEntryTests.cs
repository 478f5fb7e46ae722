using Todoku.Knowledge;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Tests.Delivery.Engine;

/// <summary>What is remembered of a delivery whose sender can ask what became of it.</summary>
public sealed class PastEntryTests
{
    [Theory]
    [InlineData(null, FinalState.Delivered, null)]
    [InlineData("550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", FinalState.Bounced, "recipient-unknown")]
    public async Task The_last_reply_is_remembered_with_how_it_ended(string? reply, FinalState state, string? cause)
    {
        await using var world = await RerouteWorld.MakeAsync(_ => reply);
        world.KeepsOutcome = true;
        await world.SendAsync(reports: 1);

        var past = Assert.Single(world.Settled).Past!;
        Assert.Equal((state, cause, 1, "a@outlook.com", "test"), (past.State, past.Cause?.Id, past.Attempts, past.Address, past.Submitter));
        Assert.StartsWith(reply ?? "250", past.Reply, StringComparison.Ordinal);
        Assert.Equal(world.Now, past.EndedAt);
    }

    [Fact]
    public async Task What_became_too_old_expired_with_the_reply_that_it_waited_for()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => "450 4.2.0 Greylisted, try again later");
        world.KeepsOutcome = true;
        await world.SendAsync(reports: 1);
        for (var hours = 0; hours < 24 * 6 && !world.Settled[^1].IsFinal; hours += 12)
        {
            world.Pass(TimeSpan.FromHours(12));
            await world.HearAsync(reports: 1);
        }

        Assert.All(world.Settled.SkipLast(1), one => Assert.Null(one.Past));
        var past = world.Settled[^1].Past!;
        Assert.Equal((FinalState.Expired, "greylisted", world.Settled.Count), (past.State, past.Cause?.Id, past.Attempts));
        Assert.Equal("450 4.2.0 Greylisted, try again later", past.Reply);
    }

    [Fact]
    public async Task Who_is_suppressed_was_not_written_to()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => null);
        (world.KeepsOutcome, world.ScreenedOut) = (true, new ScreenedOut(Cause.RecipientUnknown, "on the suppression list"));
        await world.SendAsync(reports: 1);

        var past = Assert.Single(world.Settled).Past!;
        Assert.Equal((FinalState.Suppressed, 0, "on the suppression list"), (past.State, past.Attempts, past.Reply));
    }

    [Fact]
    public async Task Nothing_is_remembered_of_mail_that_nobody_can_ask_for()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => null);
        await world.SendAsync(reports: 1);
        Assert.Null(Assert.IsType<EntryOutcome.Delivered>(Assert.Single(world.Settled)).Past);
    }
}
