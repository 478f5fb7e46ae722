using Microsoft.Extensions.Time.Testing;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Configuration;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Tests.Delivery.Shaping;

public sealed class ShaperTests
{
    private static readonly Provider Published = new("small", true, "Small", "Small") { Limits = new ProviderLimits(3, 20, 1000, null, default, "https://example.net/", "2026-11") };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    private static DeliveryDecision Taken { get; } = Of(DeliveryAction.Delivered, Cause.Unknown);

    private static DeliveryDecision Slowed { get; } = Of(DeliveryAction.SlowDown, Cause.RateLimited);

    private static DeliveryDecision Refused { get; } = Of(DeliveryAction.NextPath, Cause.IpReputation);

    private static DeliveryDecision Unreachable { get; } = Of(DeliveryAction.NextServer, Cause.ConnectionTimeout) with { IsRemote = false, Stage = SmtpStage.Connect };

    [Fact]
    public void No_more_connections_than_allowed_and_those_of_others_do_not_count()
    {
        var shaper = Make();
        Assert.Equal(20, TakeAll(shaper, "google", "main"));
        Assert.Equal("connections 20", Binding(shaper, "google", "main"));
        Assert.Equal(20, TakeAll(shaper, "google", "second"));
        Assert.Equal(20, TakeAll(shaper, "yahoo", "main"));
        shaper.Report("google", "main", Taken);
        Assert.Equal(1, TakeAll(shaper, "google", "main"));
        shaper.Return("google", "main");
        Assert.Equal(1, TakeAll(shaper, "google", "main"));
    }

    [Fact]
    public async Task Who_waits_for_a_connection_gets_the_next_in_turn_and_not_too_many_wait()
    {
        var shaper = Make(new ShapingConfiguration { Connections = 1 });
        Assert.IsType<ShapeAnswer.Pass>(await shaper.WaitAsync("google", "main", 1));
        var waiting = Enumerable.Range(0, ShapePolicy.WaitingPerConnection).Select(_ => shaper.WaitAsync("google", "main", 1)).ToArray();
        Assert.DoesNotContain(waiting, one => one.IsCompleted);
        Assert.Equal("connections 1", Assert.IsType<ShapeAnswer.NotYet>(await shaper.WaitAsync("google", "main", 1)).Limit);

        shaper.Report("google", "main", Taken);
        Assert.IsType<ShapeAnswer.Pass>(await waiting[0]);
        Assert.False(waiting[1].IsCompleted);
        shaper.Return("google", "main");
        Assert.IsType<ShapeAnswer.Pass>(await waiting[1]);
        Assert.False(waiting[2].IsCompleted);
        Assert.Equal("connections 1", Binding(shaper, "google", "main"));
    }

    [Fact]
    public async Task Nobody_waits_on_when_something_else_holds_the_mail_back()
    {
        var shaper = Make(new ShapingConfiguration { Connections = 1 });
        var first = await shaper.WaitAsync("google", "main", 1);
        var second = shaper.WaitAsync("google", "main", 1);
        var third = shaper.WaitAsync("google", "main", 1);
        Assert.IsType<ShapeAnswer.Pass>(first);
        shaper.Report("google", "main", Slowed);
        Assert.IsType<ShapeAnswer.Pass>(await second);
        Assert.False(third.IsCompleted);
        // One a minute is what is left of the rate, and it was sent just now.
        shaper.Report("google", "main", Taken);
        Assert.StartsWith("rate ", Assert.IsType<ShapeAnswer.NotYet>(await third).Limit, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_figure_makes_limits_narrower_never_wider()
    {
        var limits = Make().Limits("small", "main");
        Assert.Equal((3, 20, 50), (limits.Connections, limits.MessagesPerConnection, limits.Recipients));
    }

    [Fact]
    public void What_the_providers_publish_is_in_the_knowledge()
    {
        var shaper = new Shaper(new ShapeSettings { Providers = KnowledgeBase.LoadEmbedded().Providers }, new SteadyClock(_time));
        Assert.Equal(20, shaper.Limits("yahoo", "main").MessagesPerConnection);
        Assert.Equal(10, shaper.Limits("docomo", "main").Recipients);
        Assert.Equal(20, shaper.Limits("comcast", "main").Connections);
        Assert.Equal("published by yahoo", shaper.List().Single(one => one.Provider == "yahoo").From);
    }

    [Fact]
    public void The_configuration_counts_most_and_the_more_it_names_the_more()
    {
        var shaper = Make(
            new ShapingConfiguration { Provider = "small", Path = "main", Connections = 9 },
            new ShapingConfiguration { Provider = "small", Connections = 8, Rate = 60, RatePeriod = TimeSpan.FromMinutes(1) },
            new ShapingConfiguration { Path = "main", Connections = 7 },
            new ShapingConfiguration { Connections = 6, Recipients = 5 });
        Assert.Equal([9, 8, 7, 6], new[] { ("small", "main"), ("small", "second"), ("google", "main"), ("google", "second") }.Select(pair => shaper.Limits(pair.Item1, pair.Item2).Connections));
        Assert.Equal((60, 5), (shaper.Limits("small", "main").Rate, shaper.Limits("small", "main").Recipients));
    }

    [Fact]
    public async Task Other_limits_hold_at_once_and_what_a_provider_asked_for_still_does()
    {
        var shaper = Make(new ShapingConfiguration { Connections = 1 });
        shaper.Ask("google", "main", 1);
        var waiting = shaper.WaitAsync("google", "main", 1);
        shaper.Ask("yahoo", "main", 1);
        shaper.Report("yahoo", "main", Slowed);

        shaper.Replace(new ShapeSettings { Overrides = [new ShapingConfiguration { Connections = 2 }] });
        Assert.IsType<ShapeAnswer.Pass>(await waiting);
        Assert.Equal("connections 2", Binding(shaper, "google", "main"));
        Assert.Equal(1, shaper.Limits("yahoo", "main").Connections);
        Assert.Equal(1, shaper.Limits("yahoo", "main").Rate);
    }

    [Fact]
    public async Task Who_waits_at_a_path_that_becomes_a_smart_host_asks_again_and_nothing_of_the_old_count_stays()
    {
        var shaper = Make(new ShapingConfiguration { Connections = 1 });
        shaper.Ask("google", "main", 1);
        var waiting = shaper.WaitAsync("google", "main", 1);
        shaper.Replace(new ShapeSettings { Overrides = [new ShapingConfiguration { Connections = 1 }], SmartHosts = ["main"] });
        Assert.IsType<ShapeAnswer.NotYet>(await waiting);
        Assert.Equal(1, TakeAll(shaper, "google", "main"));
        shaper.Replace(new ShapeSettings { Overrides = [new ShapingConfiguration { Connections = 1 }] });
        Assert.Equal(1, TakeAll(shaper, "google", "main"));
    }

    [Fact]
    public void A_smart_host_is_one_receiver_whoever_the_mail_is_for()
    {
        var shaper = Make();
        Assert.Equal(12, Enumerable.Range(0, 12).Count(n => shaper.Ask($"domain{n}.example", "smart", 1) is ShapeAnswer.Pass));
        Assert.Equal(8, TakeAll(shaper, "another.example", "smart"));
        Assert.Equal(["*"], shaper.List().Select(one => one.Provider));
    }

    [Theory]
    [InlineData(1, 3600)]
    [InlineData(100, 3600)]
    [InlineData(1000, 3600)]
    [InlineData(30, 1)]
    [InlineData(7, 86400)]
    public void In_no_period_is_more_sent_than_the_rate_and_in_the_long_run_nearly_as_much(int rate, int seconds)
    {
        var period = TimeSpan.FromSeconds(seconds);
        var shaper = Make(new ShapingConfiguration { Rate = rate, RatePeriod = period, Connections = 100_000 });
        var sent = new List<DateTimeOffset>();
        var end = _time.GetUtcNow() + (10 * period);
        while (_time.GetUtcNow() < end)
        {
            switch (shaper.Ask("google", "main", 1))
            {
                case ShapeAnswer.Pass:
                    sent.Add(_time.GetUtcNow());
                    shaper.Return("google", "main");
                    break;
                case ShapeAnswer.NotYet wait:
                    Assert.True(wait.Delay > TimeSpan.Zero);
                    _time.Advance(wait.Delay);
                    break;
            }
        }
        for (int first = 0, last = 0; last < sent.Count; last++)
        {
            while (sent[last] - sent[first] >= period) first++;
            Assert.InRange(last - first + 1, 1, rate);
        }
        Assert.InRange(sent.Count, 9 * rate, 10 * rate);
    }

    [Fact]
    public void A_rate_says_which_limit_binds()
    {
        var shaper = Make(new ShapingConfiguration { Rate = 1, RatePeriod = TimeSpan.FromHours(1) });
        Assert.IsType<ShapeAnswer.Pass>(shaper.Ask("google", "main", 1));
        var wait = Assert.IsType<ShapeAnswer.NotYet>(shaper.Ask("google", "main", 1));
        Assert.Equal((TimeSpan.FromHours(1), "rate 1/h"), (wait.Delay, wait.Limit));
        Assert.Equal("rate 1/h", shaper.List()[0].Binds);
    }

    [Fact]
    public void Too_much_at_a_time_halves_connections_rate_and_recipients_once_for_replies_that_come_together()
    {
        var shaper = Make();
        SendFor(shaper, minutes: 2, perMinute: 120);
        Assert.Equal(20, TakeAll(shaper, "google", "main"));
        for (var i = 0; i < 20; i++) shaper.Report("google", "main", Slowed);
        var limits = shaper.Limits("google", "main");
        Assert.Equal((10, 25, 60), (limits.Connections, limits.Recipients, limits.Rate));
        Assert.Equal(100, limits.MessagesPerConnection);
        var status = shaper.List()[0];
        Assert.Equal((Cause.RateLimited, _time.GetUtcNow()), (status.SlowedBy, status.SlowedAt));

        _time.Advance(ShapePolicy.OneSign);
        Assert.IsType<ShapeAnswer.Pass>(shaper.Ask("google", "main", 1));
        shaper.Report("google", "main", Slowed);
        Assert.Equal(1, shaper.Limits("google", "main").Connections);
    }

    [Fact]
    public void It_grows_slowly_back_to_where_it_was()
    {
        var shaper = Make();
        SendFor(shaper, minutes: 2, perMinute: 120);
        Assert.Equal(20, TakeAll(shaper, "google", "main"));
        for (var i = 0; i < 20; i++) shaper.Report("google", "main", Slowed);
        var (before, minutes) = (10, 0);
        while (shaper.List()[0].SlowedBy is not null)
        {
            SendFor(shaper, minutes: 1, perMinute: 1);
            var now = shaper.Limits("google", "main").Connections;
            Assert.InRange(now, before, before + 1);
            (before, minutes) = (now, minutes + 1);
        }
        Assert.InRange(minutes, 25, 40);
        Assert.Equal(new ShapeLimits(), shaper.Limits("google", "main") with { RatePeriod = TimeSpan.FromHours(1) });
    }

    [Fact]
    public void It_does_not_grow_without_mail_that_is_taken()
    {
        var shaper = Make();
        Assert.Equal(20, TakeAll(shaper, "google", "main"));
        for (var i = 0; i < 20; i++) shaper.Report("google", "main", Slowed);
        for (var i = 0; i < 100; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            if (shaper.Ask("google", "main", 1) is ShapeAnswer.Pass) shaper.Report("google", "main", Of(DeliveryAction.Retry, Cause.Greylisted));
        }
        Assert.Equal(10, shaper.Limits("google", "main").Connections);
    }

    [Fact]
    public void It_grows_to_the_limit_and_not_over_it()
    {
        var shaper = Make(new ShapingConfiguration { Rate = 600, RatePeriod = TimeSpan.FromHours(1), Connections = 4 });
        Assert.IsType<ShapeAnswer.Pass>(shaper.Ask("google", "main", 1));
        shaper.Report("google", "main", Slowed);
        SendFor(shaper, minutes: 600, perMinute: 1);
        Assert.Equal((4, 600), (shaper.Limits("google", "main").Connections, shaper.Limits("google", "main").Rate));
    }

    [Fact]
    public void A_path_that_is_refused_begins_again_with_one_connection()
    {
        var shaper = Make();
        SendFor(shaper, minutes: 2, perMinute: 100);
        Assert.Equal(20, TakeAll(shaper, "google", "main"));
        shaper.Report("google", "main", Refused);
        var limits = shaper.Limits("google", "main");
        Assert.Equal((1, 50, 10), (limits.Connections, limits.Recipients, limits.Rate));
    }

    [Fact]
    public void Connections_that_fail_make_a_pause_that_doubles_to_ten_minutes()
    {
        var shaper = Make();
        var pauses = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            switch (shaper.Ask("google", "main", 1))
            {
                case ShapeAnswer.Pass:
                    shaper.Report("google", "main", Unreachable);
                    if (shaper.Ask("google", "main", 1) is ShapeAnswer.NotYet wait)
                    {
                        pauses.Add(wait.Delay.TotalSeconds);
                        _time.Advance(wait.Delay);
                    }
                    else
                    {
                        shaper.Return("google", "main");
                    }
                    break;
            }
        }
        Assert.Equal([10, 20, 40, 80, 160, 320, 600, 600, 600, 600], pauses);
        Assert.IsType<ShapeAnswer.Pass>(shaper.Ask("google", "main", 1));
        shaper.Report("google", "main", Of(DeliveryAction.Bounce, Cause.RecipientUnknown));
        Assert.Equal(0, shaper.List()[0].FailedConnections);
    }

    [Fact]
    public void Connections_that_fail_together_are_one_failure()
    {
        var shaper = Make();
        Assert.Equal(20, TakeAll(shaper, "google", "main"));
        for (var i = 0; i < 20; i++) shaper.Report("google", "main", Unreachable);
        var wait = Assert.IsType<ShapeAnswer.NotYet>(shaper.Ask("google", "main", 1));
        Assert.Equal((TimeSpan.FromSeconds(10), "pause after 3 failed connections"), (wait.Delay, wait.Limit));
        Assert.Equal(_time.GetUtcNow().AddSeconds(10), shaper.List()[0].BacksOffUntil);
    }

    [Fact]
    public void A_remote_reply_about_hosts_is_no_failed_connection()
    {
        var shaper = Make();
        for (var i = 0; i < 10; i++)
        {
            Assert.IsType<ShapeAnswer.Pass>(shaper.Ask("google", "smart", 1));
            shaper.Report("google", "smart", Of(DeliveryAction.Bounce, Cause.HostNotFound));
        }
    }

    [Fact]
    public void Memory_is_bounded_and_what_was_learnt_is_forgotten_last()
    {
        var shaper = Make();
        Assert.IsType<ShapeAnswer.Pass>(shaper.Ask("google", "main", 1));
        shaper.Report("google", "main", Slowed);
        for (var i = 0; i < 3 * Shaper.MaxFlows; i++)
        {
            Assert.IsType<ShapeAnswer.Pass>(shaper.Ask($"d{i}.example", "main", 1));
            shaper.Report($"d{i}.example", "main", Taken);
        }
        Assert.InRange(shaper.List().Count, 1, Shaper.MaxFlows);
        Assert.Equal(Cause.RateLimited, shaper.List().Single(one => one.Provider == "google").SlowedBy);
    }

    private Shaper Make(params ShapingConfiguration[] overrides) =>
        new(new ShapeSettings { Overrides = overrides, SmartHosts = ["smart"], Providers = [Published] }, new SteadyClock(_time));

    private void SendFor(Shaper shaper, int minutes, int perMinute)
    {
        for (var i = 0; i < minutes * perMinute; i++)
        {
            if (shaper.Ask("google", "main", 1) is ShapeAnswer.Pass) shaper.Report("google", "main", Taken);
            _time.Advance(TimeSpan.FromMinutes(1) / perMinute);
        }
    }

    private static int TakeAll(Shaper shaper, string provider, string path)
    {
        var count = 0;
        while (shaper.Ask(provider, path, 1) is ShapeAnswer.Pass) count++;
        return count;
    }

    private static string Binding(Shaper shaper, string provider, string path) => Assert.IsType<ShapeAnswer.NotYet>(shaper.Ask(provider, path, 1)).Limit;

    private static DeliveryDecision Of(DeliveryAction action, Cause cause) => new(action, cause, "", SmtpStage.EndOfData, "", true, null);
}
