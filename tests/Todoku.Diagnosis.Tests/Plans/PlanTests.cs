using Todoku.Diagnosis.Plans;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Plans;

public class PlanTests
{
    [Theory]
    [InlineData(StepGroup.StopLeak, StepGroup.Delist)]
    [InlineData(StepGroup.Ptr, StepGroup.Delist)]
    [InlineData(StepGroup.Helo, StepGroup.Delist)]
    [InlineData(StepGroup.Spf, StepGroup.Dmarc)]
    [InlineData(StepGroup.Dkim, StepGroup.Dmarc)]
    [InlineData(StepGroup.SlowDown, StepGroup.Ask)]
    [InlineData(StepGroup.ReturnPath, StepGroup.Spf)]
    [InlineData(StepGroup.Inspect, StepGroup.StopLeak)]
    [InlineData(StepGroup.Relay, StepGroup.Wait)]
    public void Takes_one_kind_of_step_before_another(StepGroup earlier, StepGroup later) =>
        Assert.True(PlanOrder.PlaceOf(earlier) < PlanOrder.PlaceOf(later));

    [Fact]
    public void Every_kind_of_step_has_a_place_and_a_reason()
    {
        foreach (var group in Enum.GetValues<StepGroup>()) Assert.True(PlanOrder.PlaceOf(group) >= 0, group.ToString());
        Assert.Equal(Enum.GetValues<StepGroup>().Length, PlanOrder.Groups.Select(PlanOrder.ReasonIdOf).Distinct().Count());
    }

    [Fact]
    public void Takes_each_step_once_in_order_for_all_findings_that_it_mends()
    {
        var script = new MailScript(Knowledge());
        script.Bounced("10:00", "550 [ip-blocklisted] ip=192.0.2.1 blocklist=spamhaus").Bounced("10:01", "550 [ip-blocklisted] ip=192.0.2.1 blocklist=spamhaus");
        script.Bounced("10:02", "550 [no-ptr] ip=192.0.2.1", Try.Yahoo);
        var result = script.Conclude();
        Assert.Equal(["stop", "ptr", "delist"], result.Plan.Select(step => step.StepId));
        Assert.Equal([0, 1], result.Plan[1].Findings);
        Assert.Equal(["stop", "ptr", "delist"], result.Findings[0].Steps);
        Assert.Contains(new ReplyValue("ip", "192.0.2.1"), result.Plan[1].Values);
        Assert.Contains(new ReplyValue("host", "web1"), result.Plan[1].Values);
        Assert.Contains(new ReplyValue("sender_domain", "example.com"), result.Plan[1].Values);
        Assert.Contains(new ReplyValue("provider", "google"), result.Plan[1].Values);
        Assert.Contains(new ReplyValue("blocklist", "spamhaus"), result.Plan[2].Values);
    }

    [Fact]
    public void What_is_past_needs_no_step()
    {
        var script = new MailScript(Knowledge());
        for (var i = 0; i < 20; i++) script.Bounced($"10:{i:00}", "550 [no-ptr]");
        for (var i = 0; i < 20; i++) script.Delivered($"11:{i:00}");
        var result = script.Conclude();
        Assert.Empty(result.Plan);
        Assert.Equal(["ptr"], result.Findings[0].Steps);
    }

    [Fact]
    public void What_a_blocked_port_explains_has_no_steps_of_its_own()
    {
        var knowledge = new FakeKnowledge()
            .WithArticle("outbound-port-25-blocked", Cause.ConnectionTimeout, Fault.Network, "open").WithStep("open", StepGroup.Ask)
            .WithArticle("connection-timeout", Cause.ConnectionTimeout, Fault.Receiver, "wait").WithStep("wait", StepGroup.Wait);
        var script = new MailScript(knowledge);
        for (var i = 0; i < 4; i++)
        {
            script.Deferred($"10:0{i}", "[connection-timeout]", new Try { IsRemote = false, Address = $"192.0.2.{i}" });
        }
        Assert.Equal(["open"], script.Conclude().Plan.Select(step => step.StepId));
    }

    [Fact]
    public void A_step_that_knowledge_does_not_hold_is_left_out()
    {
        var knowledge = new FakeKnowledge().WithArticle("no-ptr", Cause.NoPtr, Fault.Network, "missing");
        Assert.Empty(new MailScript(knowledge).Bounced("10:00", "550 [no-ptr]").Conclude().Plan);
    }

    private static FakeKnowledge Knowledge() => new FakeKnowledge()
        .WithArticle("ip-blocklisted", Cause.IpBlocklisted, Fault.Network, "delist", "stop", "ptr")
        .WithArticle("no-ptr", Cause.NoPtr, Fault.Network, "ptr")
        .WithStep("delist", StepGroup.Delist).WithStep("stop", StepGroup.StopLeak).WithStep("ptr", StepGroup.Ptr);
}
