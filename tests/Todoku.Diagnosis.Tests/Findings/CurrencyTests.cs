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

    private static void Play(MailScript script, int minute, bool fails)
    {
        var ticks = MailScript.Ticks("00:00") + (minute * TimeSpan.TicksPerMinute);
        if (fails) script.Attempt(ticks, Mail.DeliveryStatus.Bounced, "550 [spam-content]");
        else script.Attempt(ticks, Mail.DeliveryStatus.Delivered, "250 ok");
    }
}
