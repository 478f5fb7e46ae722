using CsCheck;
using Todoku.Knowledge;
using Todoku.Relay.Queue.Retry;

namespace Todoku.Relay.Tests.Queue;

public sealed class RetryPolicyTests
{
    [Fact]
    public void Every_cause_waits_longer_and_is_given_up_at_last() =>
        Gen.Select(Gen.Enum<Cause>(), Gen.Int[1, 60], Gen.Int).Sample((cause, attempts, seed) =>
        {
            var schedule = RetryPolicy.ScheduleOf(cause);
            var again = Assert.IsType<RetryDecision.Again>(RetryPolicy.Decide(cause, attempts, TimeSpan.Zero, null, new Random(seed)));

            Assert.InRange(again.Wait, schedule.After(attempts), schedule.After(attempts) * (1 + RetryPolicy.Jitter));
            Assert.True(schedule.After(attempts) <= schedule.After(attempts + 1));
            Assert.InRange(schedule.After(attempts), schedule.First, schedule.Longest);
            Assert.True(schedule.First >= TimeSpan.FromMinutes(5));
            if (attempts >= RetryPolicy.LeastAttempts) Assert.IsType<RetryDecision.GiveUp>(RetryPolicy.Decide(cause, attempts, schedule.GiveUpAge, null, new Random(seed)));
        });

    [Theory]
    [InlineData(Cause.Greylisted, 1, 5)]
    [InlineData(Cause.RateLimited, 1, 10)]
    [InlineData(Cause.IpReputation, 3, 120)]
    [InlineData(Cause.MailboxFull, 10, 720)]
    [InlineData(Cause.Unknown, 2, 30)]
    public void Waits_are_those_of_the_table(Cause cause, int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), RetryPolicy.ScheduleOf(cause).After(attempts));

    [Fact]
    public void A_clock_that_was_set_expires_nothing()
    {
        Assert.IsType<RetryDecision.Again>(RetryPolicy.Decide(Cause.Unknown, 1, TimeSpan.FromDays(3650), null, new Random(1)));
        Assert.IsType<RetryDecision.Again>(RetryPolicy.Decide(Cause.Unknown, 9, TimeSpan.FromDays(-3650), null, new Random(1)));
    }

    [Theory]
    [InlineData("300 seconds", 300, 300)]
    [InlineData("4 hours", 14_400, 14_400)]
    [InlineData("90 days", 86_400, 86_400)]
    public void A_wait_that_the_reply_names_is_kept(string limit, int least, int named)
    {
        var delay = NamedDelay.Of([new ReplyValue(ReplyValueNames.Limit, limit)]);
        var again = Assert.IsType<RetryDecision.Again>(RetryPolicy.Decide(Cause.RateLimited, 1, TimeSpan.Zero, delay, new Random(1)));

        Assert.True(again.IsNamed);
        Assert.InRange(again.Wait.TotalSeconds, least, named * (1 + RetryPolicy.Jitter));
    }

    [Theory]
    [InlineData("5 minutes", 300)]
    [InlineData("1 min", 60)]
    [InlineData("30分", 1800)]
    [InlineData("2時間", 7200)]
    [InlineData("1-hour", 3600)]
    [InlineData("1,000 secs", 1000)]
    [InlineData("100 messages", null)]
    [InlineData("20971520 bytes", null)]
    [InlineData("0 seconds", null)]
    [InlineData("999999999999 days", null)]
    [InlineData("minutes", null)]
    [InlineData("", null)]
    public void A_limit_is_a_wait_when_it_is_a_time(string limit, int? seconds) =>
        Assert.Equal(seconds, NamedDelay.TryRead(limit, out var delay) ? (int)delay.TotalSeconds : null);

    [Fact]
    public void The_window_of_a_limit_is_no_wait()
    {
        Assert.Null(NamedDelay.Of([new(ReplyValueNames.Limit, "1,000 messages"), new(ReplyValueNames.Limit, "24 hours")]));
        Assert.Null(NamedDelay.Of([new(ReplyValueNames.Limit, "5 minutes"), new(ReplyValueNames.Limit, "24 hours")]));
        Assert.Null(NamedDelay.Of([new(ReplyValueNames.Ip, "192.0.2.1")]));
        Assert.Equal(TimeSpan.FromMinutes(5), NamedDelay.Of([new(ReplyValueNames.Ip, "192.0.2.1"), new(ReplyValueNames.Limit, "5 minutes")]));
    }

    [Fact]
    public void Hostile_limits_are_read_without_error() =>
        Gen.String.Sample(text => { NamedDelay.TryRead(text, out _); });
}
