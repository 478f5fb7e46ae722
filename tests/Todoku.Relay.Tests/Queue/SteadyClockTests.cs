using Todoku.Relay.Queue;

namespace Todoku.Relay.Tests.Queue;

public sealed class SteadyClockTests
{
    private static DateTimeOffset Start { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly SetTime _time = new(Start);

    [Fact]
    public void It_goes_with_time()
    {
        var clock = new SteadyClock(_time);
        _time.Pass(TimeSpan.FromHours(3));
        Assert.Equal(Start.AddHours(3), clock.Now);
    }

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public void A_clock_that_is_set_is_followed_slowly(int days)
    {
        var clock = new SteadyClock(_time);
        _time.Wall += TimeSpan.FromDays(days);
        Assert.Equal(Start, clock.Now);

        _time.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(Start.AddMinutes(days > 0 ? 11 : 9), clock.Now);
    }

    [Fact]
    public void A_small_step_is_made_up_for_exactly()
    {
        var clock = new SteadyClock(_time);
        _time.Wall += TimeSpan.FromSeconds(2);
        _time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(_time.Wall, clock.Now);
        Assert.Equal(TimeSpan.Zero, clock.Gap);
    }

    [Fact]
    public void It_never_goes_back()
    {
        var clock = new SteadyClock(_time);
        var random = new Random(1);
        for (var last = clock.Now; _time.Passed < TimeSpan.FromDays(1); last = clock.Now)
        {
            _time.Wall += TimeSpan.FromSeconds(random.Next(-5000, 5000));
            _time.Pass(TimeSpan.FromSeconds(random.Next(60)));
            Assert.True(clock.Now >= last);
        }
    }

    /// <summary>A machine whose clock can be set without time passing.</summary>
    private sealed class SetTime(DateTimeOffset wall) : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = wall;

        public TimeSpan Passed { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => (Wall, Passed) = (Wall + time, Passed + time);

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
