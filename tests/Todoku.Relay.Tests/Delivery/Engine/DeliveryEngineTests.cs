namespace Todoku.Relay.Tests.Delivery.Engine;

public sealed class DeliveryEngineTests
{
    [Fact]
    public async Task Nothing_runs_while_it_waits_for_mail()
    {
        RerouteWorld? started = null;
        var during = 0;
        await using var world = await RerouteWorld.MakeAsync(_ =>
        {
            during = started!.Running;
            return null;
        });
        started = world;

        await world.SendAsync(reports: 1);

        Assert.Equal(1, during);
        Assert.True(SpinWait.SpinUntil(() => world.Running == 0, TimeSpan.FromSeconds(10)));
    }
}
