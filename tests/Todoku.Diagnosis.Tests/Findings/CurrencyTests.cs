namespace Todoku.Diagnosis.Tests.Findings;

public class CurrencyTests
{
    [Fact]
    public void A_rare_cause_must_stay_away_longer()
    {
        var script = new MailScript();
        for (var i = 0; i < 500; i++) Play(script, i, fails: i % 25 == 0);
        for (var i = 500; i < 540; i++) Play(script, i, fails: false);
        Assert.True(script.Conclude().Findings[0].IsCurrent);
        for (var i = 540; i < 700; i++) Play(script, i, fails: false);
        Assert.False(script.Conclude().Findings[0].IsCurrent);
    }

    [Fact]
    public void One_host_that_still_fails_is_not_hidden_by_others_that_deliver()
    {
        var script = new MailScript();
        for (var i = 0; i < 10; i++) script.Bounced($"10:0{i}", "550 [ip-reputation]", new Try { Host = "web2" });
        for (var i = 0; i < 59; i++) script.Delivered($"11:{i:00}");
        var finding = script.Conclude().Findings[0];
        Assert.True(finding.IsCurrent);
        Assert.Equal("web2", finding.Identity.Host);
    }

    [Fact]
    public void A_conclusion_can_be_drawn_again_when_more_has_come()
    {
        var script = new MailScript();
        for (var i = 0; i < 5; i++) script.Bounced($"10:0{i}", "550 [spam-content]");
        Assert.Equal(5, script.Conclude().Findings[0].Messages);
        Assert.Equal(5, script.Conclude().Findings[0].Messages);
        for (var i = 0; i < 5; i++) script.Delivered($"11:0{i}");
        Assert.False(script.Conclude().Findings[0].IsCurrent);
    }

    [Fact]
    public void What_a_relay_delivers_for_a_host_closes_what_the_host_was_refused_for()
    {
        var script = Refused();
        for (var i = 0; i < 5; i++) script.Delivered($"11:0{i}", ByRelay);

        var finding = script.Conclude().Findings[0];

        Assert.False(finding.IsCurrent);
        Assert.Equal(new Recovery(new DateTimeOffset(MailScript.Ticks("11:00"), TimeSpan.Zero), 5, 5, "relay"), finding.Recovery);
    }

    [Fact]
    public void What_the_relay_delivers_for_others_does_not()
    {
        var script = Refused();
        for (var i = 0; i < 5; i++) script.Delivered($"11:0{i}", ByRelay with { OriginHost = "" });

        Assert.True(script.Conclude().Findings[0].IsCurrent);
    }

    [Fact]
    public void A_relapse_by_way_of_the_relay_opens_it_again()
    {
        var script = Refused();
        for (var i = 0; i < 5; i++) script.Delivered($"11:0{i}", ByRelay);
        for (var i = 0; i < 5; i++) script.Bounced($"12:0{i}", "550 [ip-reputation]", ByRelay);

        var finding = script.Conclude().Findings[0];

        Assert.True(finding.IsCurrent);
        Assert.Null(finding.Recovery);
    }

    [Fact]
    public void A_refusal_that_the_relay_went_round_by_another_path_does_not_keep_it_open()
    {
        var script = Refused();
        for (var i = 0; i < 5; i++) script.Delivered($"11:0{i}", ByRelay);
        script.Deferred("12:00", "550 [ip-reputation]", ByRelay with { Message = 99 });
        script.Delivered("12:00", ByRelay with { Message = 99 });

        Assert.False(script.Conclude().Findings[0].IsCurrent);
    }

    [Fact]
    public void A_refusal_that_the_relay_has_not_got_round_keeps_it_open()
    {
        var script = Refused();
        for (var i = 0; i < 5; i++) script.Delivered($"11:0{i}", ByRelay);
        script.Deferred("12:00", "550 [ip-reputation]", ByRelay with { Message = 99 });

        Assert.True(script.Conclude().Findings[0].IsCurrent);
    }

    private static Try ByRelay => new() { Host = "relay", OriginHost = "web1" };

    private static MailScript Refused()
    {
        var script = new MailScript();
        for (var i = 0; i < 5; i++) script.Bounced($"10:0{i}", "550 [ip-reputation]");
        return script;
    }

    private static void Play(MailScript script, int minute, bool fails)
    {
        var ticks = MailScript.Ticks("00:00") + (minute * TimeSpan.TicksPerMinute);
        if (fails) script.Attempt(ticks, Mail.DeliveryStatus.Bounced, "550 [spam-content]");
        else script.Attempt(ticks, Mail.DeliveryStatus.Delivered, "250 ok");
    }
}
