using Microsoft.Extensions.Time.Testing;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Tests.World;

/// <summary>A clock that is put forward.</summary>
public sealed class WorldClockTests
{
    private static readonly DateTimeOffset Begins = new(2026, 11, 25, 10, 0, 0, TimeSpan.FromHours(9));

    private readonly FakeTimeProvider _pace = new();

    [Fact]
    public void It_goes_from_its_own_time_at_the_pace_of_another()
    {
        var clock = new WorldClock(_pace, Begins);
        var stamp = clock.GetTimestamp();
        _pace.Advance(TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Begins + TimeSpan.FromMinutes(61), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(61), clock.GetElapsedTime(stamp));
        Assert.Equal(TimeSpan.FromHours(9), clock.GetLocalNow().Offset);
    }

    [Fact]
    public async Task Who_waits_is_woken_when_it_is_put_forward()
    {
        var clock = new WorldClock(_pace, Begins);
        var waiting = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromMinutes(59));
        _pace.Advance(TimeSpan.FromSeconds(59));
        Assert.False(waiting.IsCompleted);
        _pace.Advance(TimeSpan.FromSeconds(1));
        await waiting;
    }

    [Fact]
    public void A_timer_comes_again_after_its_period_until_it_is_disposed()
    {
        var clock = new WorldClock(_pace, Begins);
        var rings = 0;
        var timer = clock.CreateTimer(_ => rings++, null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5));

        _pace.Advance(TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(1, rings);
        _pace.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, rings);
        timer.Dispose();
        _pace.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, rings);
    }
}
