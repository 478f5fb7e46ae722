using Todoku.Relay.Bounces;

namespace Todoku.Relay.Tests.Delivery.Engine;

public sealed class DelayNoticeTests
{
    private const string Greylisted = "450 4.2.0 Greylisted, try again later";

    [Fact]
    public async Task The_sender_is_told_once_that_mail_is_late()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => Greylisted);
        await world.SendAsync(reports: 1);
        world.Pass(TimeSpan.FromHours(3));
        await world.HearAsync(1);
        Assert.Empty(world.Notices);
        world.Pass(TimeSpan.FromHours(3));
        await world.HearAsync(1);
        Assert.Equal([NoticeKind.Delay], world.Notices);
        for (var i = 0; i < 3; i++)
        {
            world.Pass(TimeSpan.FromHours(6));
            await world.HearAsync(1);
        }
        Assert.Equal([NoticeKind.Delay], world.Notices);
    }

    [Fact]
    public async Task Who_sends_to_many_is_told_when_it_is_given_up_and_not_before()
    {
        await using var world = await RerouteWorld.MakeAsync(_ => Greylisted);
        await world.SendAsync(reports: 1, isBulk: true);
        for (var hours = 0; hours < 24 * 6; hours += 12)
        {
            world.Pass(TimeSpan.FromHours(12));
            await world.HearAsync(1);
            if (!world.Notices.IsEmpty) break;
        }
        Assert.Equal([NoticeKind.Failure], world.Notices);
    }
}
