namespace Todoku.Diagnosis.Tests.Findings;

public class FindingOrderTests
{
    [Fact]
    public void What_fails_now_comes_before_what_is_past()
    {
        var script = new MailScript();
        for (var i = 0; i < 30; i++) script.Bounced($"10:{i:00}", "550 [ip-reputation]");
        for (var i = 0; i < 30; i++) script.Delivered($"11:{i:00}");
        script.Bounced("12:00", "550 [dmarc-fail]", Try.Yahoo);
        Assert.Equal(["yahoo dmarc-fail", "google ip-reputation past"], Order(script));
    }

    [Fact]
    public void Senders_and_networks_faults_come_before_receivers_and_recipients_last()
    {
        var script = new MailScript();
        for (var i = 0; i < 9; i++)
        {
            script.Bounced($"10:0{i}", "550 [recipient-unknown]", Try.Yahoo);
            script.Bounced($"10:0{i}", "550 [remote-error]", Try.Microsoft);
        }
        script.Bounced("10:20", "550 [dmarc-fail]").Bounced("10:20", "550 [dmarc-fail]");
        Assert.Equal(["google dmarc-fail", "microsoft remote-error", "yahoo recipient-unknown"], Order(script));
    }

    [Fact]
    public void A_few_strays_come_after_what_weighs()
    {
        var script = new MailScript();
        for (var i = 0; i < 400; i++)
        {
            script.Attempt(MailScript.Ticks("10:00") + (i * TimeSpan.TicksPerSecond), Mail.DeliveryStatus.Bounced, "550 [remote-error]", Try.Microsoft with { To = $"u{i}@outlook.com" });
        }
        script.Bounced("11:00", "550 [message-too-large]");
        Assert.Equal(["microsoft remote-error", "google message-too-large"], Order(script));
    }

    [Fact]
    public void Messages_lost_decide_among_equals()
    {
        var script = new MailScript().Bounced("10:00", "550 [dmarc-fail]", Try.Yahoo);
        script.Bounced("10:01", "550 [no-ptr]").Bounced("10:02", "550 [no-ptr]");
        Assert.Equal(["google no-ptr", "yahoo dmarc-fail"], Order(script));
    }

    [Theory]
    [InlineData("unauthenticated", "spam-content")]
    [InlineData("spf-fail", "policy")]
    [InlineData("no-ptr", "spam-content")]
    public void The_root_comes_before_the_symptom_however_many_there_are(string root, string symptom)
    {
        var script = new MailScript();
        for (var i = 0; i < 9; i++) script.Bounced($"10:0{i}", $"550 [{symptom}]");
        for (var i = 0; i < 3; i++) script.Bounced($"10:1{i}", $"550 [{root}]").Bounced($"10:1{i}", $"550 [{symptom}]");
        var result = script.Conclude();
        Assert.Equal([$"google {root}", $"google {symptom}"], result.Findings.Select(MailScript.Short));
        Assert.Equal([1], result.Findings[0].Explains);
    }

    [Fact]
    public void A_single_refusal_does_not_explain_hundreds()
    {
        var script = new MailScript();
        for (var i = 0; i < 59; i++) script.Bounced($"10:{i:00}", "550 [spam-content]");
        script.Bounced("10:59", "550 [dkim-fail]").Bounced("10:59", "550 [spam-content]");
        Assert.Equal(["google spam-content", "google dkim-fail"], Order(script));
    }

    [Fact]
    public void Many_small_receivers_with_one_cause_are_one_finding()
    {
        var script = new MailScript();
        for (var i = 0; i < 40; i++)
        {
            script.Bounced($"10:{i:00}", "550 [ip-blocklisted] blocklist=spamhaus", new Try { Relay = $"mx.small{i}.example", To = $"x@small{i}.example" });
        }
        script.Bounced("11:00", "550 [ip-blocklisted]");
        var result = script.Conclude();
        Assert.Equal(["all ip-blocklisted", "google ip-blocklisted"], result.Findings.Select(MailScript.Short));
        Assert.Equal(40, result.Findings[0].Messages);
        Assert.Equal(4, result.Findings[0].Evidence.Count);
    }

    [Fact]
    public void Joined_findings_keep_what_they_explain()
    {
        var script = new MailScript();
        for (var i = 0; i < 40; i++)
        {
            script.Bounced($"10:{i:00}", "550 [spam-content]", new Try { Relay = $"mx.small{i}.example", To = $"x@small{i}.example", From = "apache@web1.host.example" });
        }
        var result = script.Conclude();
        Assert.Equal(["all return-path-mismatch", "all spam-content"], result.Findings.Select(MailScript.Short));
        Assert.Equal([1], result.Findings[0].Explains);
    }

    private static IEnumerable<string> Order(MailScript script) => script.Conclude().Findings.Select(MailScript.Short);
}
