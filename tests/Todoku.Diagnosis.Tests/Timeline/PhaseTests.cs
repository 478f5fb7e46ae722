using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Timeline;

public class PhaseTests
{
    [Fact]
    public void Tells_the_story_to_the_minute()
    {
        var script = new MailScript();
        for (var i = 0; i < 10; i++) script.Delivered($"2026-05-15 {10 + i}:00");
        script.Bounced("2026-05-16 10:02", "550 [ip-reputation]");
        for (var i = 0; i < 20; i++) script.Bounced($"2026-05-{17 + i / 8} {10 + i % 8}:30", "550 [ip-reputation]");
        script.Bounced("2026-05-20 14:40", "550 [ip-reputation]");
        script.Bounced("2026-05-20 15:10", "550 [spam-content]");
        for (var i = 0; i < 8; i++) script.Bounced($"2026-05-20 {16 + i}:00", "550 [spam-content]");
        script.Bounced("2026-05-21 12:05", "550 [spam-content]");
        for (var i = 0; i < 12; i++) script.Delivered($"2026-05-21 13:{40 + i}");

        Assert.Equal(
        [
            "05-15 10:00..05-15 19:00 delivered 0/10",
            "05-16 10:02..05-20 14:40 ip-reputation 22/0",
            "05-20 15:10..05-21 12:05 spam-content 10/0",
            "05-21 13:40..05-21 13:51 delivered 0/12 now",
        ], PhasesOf(script));
    }

    [Fact]
    public void Finds_phases_of_three_attempts()
    {
        var script = new MailScript();
        for (var i = 0; i < 3; i++) script.Bounced($"10:0{i}", "550 [ip-reputation]");
        for (var i = 0; i < 3; i++) script.Bounced($"11:0{i}", "550 [spam-content]");
        for (var i = 0; i < 3; i++) script.Delivered($"12:0{i}");
        Assert.Equal(["ip-reputation", "spam-content", "delivered"], OutcomesOf(script));
    }

    [Fact]
    public void Sees_the_two_refusals_that_came_between_a_long_phase_and_recovery()
    {
        var script = new MailScript();
        for (var i = 0; i < 25; i++) script.Bounced($"2026-05-16 10:{i:00}", "550 [ip-reputation]");
        script.Bounced("2026-05-20 15:10", "550 [spam-content]").Bounced("2026-05-20 20:00", "550 [spam-content]");
        for (var i = 0; i < 12; i++) script.Delivered($"2026-05-21 13:{40 + i}");
        Assert.Equal(
        [
            "05-16 10:00..05-16 10:24 ip-reputation 25/0",
            "05-20 15:10..05-20 20:00 spam-content 2/0",
            "05-21 13:40..05-21 13:51 delivered 0/12 now",
        ], PhasesOf(script));
    }

    [Fact]
    public void A_short_outage_in_a_long_log_stays_visible()
    {
        var script = new MailScript();
        var ticks = MailScript.Ticks("00:00");
        for (var i = 0; i < 10_000; i++)
        {
            ticks += TimeSpan.TicksPerMinute;
            if (i is >= 5000 and < 5020) script.Attempt(ticks, Mail.DeliveryStatus.Deferred, "450 [remote-error]");
            else script.Attempt(ticks, Mail.DeliveryStatus.Delivered, "250 ok");
        }
        Assert.Equal(["delivered", "remote-error", "delivered"], OutcomesOf(script));
    }

    [Fact]
    public void Is_not_misled_by_a_few_strays()
    {
        var script = new MailScript();
        for (var i = 0; i < 400; i++)
        {
            var time = $"2026-05-{1 + i / 24:00} {i % 24:00}:00";
            if (i % 20 == 7) script.Delivered(time);
            else if (i % 33 == 5) script.Bounced(time, "550 [policy]");
            else script.Bounced(time, "550 [ip-reputation]");
        }
        Assert.Equal(["ip-reputation"], OutcomesOf(script));
    }

    [Fact]
    public void A_few_failures_among_many_deliveries_are_no_phase()
    {
        var script = new MailScript();
        for (var i = 0; i < 1000; i++)
        {
            var ticks = MailScript.Ticks("00:00") + (i * TimeSpan.TicksPerMinute);
            if (i % 10 is 3 or 4) script.Attempt(ticks, Mail.DeliveryStatus.Bounced, "550 [spam-content]");
            else script.Attempt(ticks, Mail.DeliveryStatus.Delivered, "250 ok");
        }
        Assert.Equal(["delivered"], OutcomesOf(script));
    }

    [Fact]
    public void An_even_mix_does_not_flicker()
    {
        var script = new MailScript();
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            var ticks = MailScript.Ticks("00:00") + (i * TimeSpan.TicksPerMinute);
            if (random.Next(2) == 0) script.Attempt(ticks, Mail.DeliveryStatus.Bounced, "550 [spam-content]");
            else script.Attempt(ticks, Mail.DeliveryStatus.Delivered, "250 ok");
        }
        Assert.InRange(OutcomesOf(script).Length, 1, 3);
    }

    [Fact]
    public void Recipients_faults_and_greylisting_are_no_phases()
    {
        var script = new MailScript();
        for (var i = 0; i < 9; i++) script.Bounced($"10:0{i}", "550 [recipient-unknown]").Deferred($"10:0{i}", "450 [greylisted]");
        Assert.Empty(OutcomesOf(script));
    }

    [Fact]
    public void Retries_of_one_message_do_not_make_a_phase()
    {
        var script = new MailScript();
        for (var i = 0; i < 6; i++) script.Delivered($"10:0{i}");
        for (var i = 0; i < 9; i++) script.Deferred($"11:0{i}", "421 [rate-limited]", new Try { Message = 99 });
        for (var i = 0; i < 6; i++) script.Delivered($"12:0{i}");
        Assert.Equal(["delivered"], OutcomesOf(script));
    }

    [Fact]
    public void Two_deliveries_at_the_end_of_the_log_end_a_clean_failing_phase()
    {
        var script = new MailScript();
        for (var i = 0; i < 5; i++) script.Bounced($"10:0{i}", "550 [spam-content]");
        script.Delivered("11:00");
        Assert.Equal(["spam-content"], OutcomesOf(script));
        script.Delivered("11:01");
        Assert.Equal(["spam-content", "delivered"], OutcomesOf(script));
    }

    [Fact]
    public void Keeps_the_number_of_phases_bounded()
    {
        var script = new MailScript();
        var ticks = MailScript.Ticks("00:00");
        for (var i = 0; i < 100_000; i++)
        {
            ticks += TimeSpan.TicksPerSecond;
            if (i / 50 % 2 == 0) script.Attempt(ticks, Mail.DeliveryStatus.Delivered, "250 ok");
            else script.Attempt(ticks, Mail.DeliveryStatus.Bounced, "550 [spam-content]");
        }
        Assert.InRange(OutcomesOf(script).Length, 2, 64);
    }

    [Fact]
    public void Counts_every_attempt_in_one_phase()
    {
        var script = new MailScript();
        var random = new Random(3);
        string[] causes = ["ip-reputation", "spam-content", "rate-limited"];
        var ticks = MailScript.Ticks("00:00");
        for (var i = 0; i < 3000; i++)
        {
            ticks += TimeSpan.TicksPerMinute;
            if (random.Next(100) < i / 300 * 10) script.Attempt(ticks, Mail.DeliveryStatus.Delivered, "250 ok");
            else script.Attempt(ticks, Mail.DeliveryStatus.Bounced, $"550 [{causes[(i / 500 + random.Next(2)) % 3]}]");
        }
        var provider = script.Conclude().Providers[0];
        Assert.Equal(provider.Delivered, provider.Phases.Sum(phase => phase.Delivered));
        Assert.Equal(provider.Bounced, provider.Phases.Sum(phase => phase.Failed));
        Assert.All(provider.Phases.Zip(provider.Phases.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
    }

    private static string[] PhasesOf(MailScript script) =>
    [
        .. script.Conclude().Providers[0].Phases.Select(phase =>
            $"{phase.From:MM-dd HH:mm}..{phase.To:MM-dd HH:mm} {phase.Cause?.Id ?? "delivered"} {phase.Failed}/{phase.Delivered}{(phase.IsCurrent ? " now" : "")}"),
    ];

    private static string[] OutcomesOf(MailScript script) => [.. script.Conclude().Providers[0].Phases.Select(phase => phase.Cause?.Id ?? "delivered")];
}
