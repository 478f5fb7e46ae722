using System.Text;
using Todoku.Apply.Changes;
using Todoku.Apply.Plans;

namespace Todoku.Apply.Tests.Plans;

/// <summary>From a report to changes.</summary>
public sealed class PlanReaderTests
{
    private const string Report = """
        {"schema":"todoku/diagnose/1","findings":[{"identity":{"host":"web1.hosting.example","envelope_domain":"web1.hosting.example","submitter":"user apache"}}],
         "plan":[{"id":"set-ptr","do":"Ask the hosting company.\nMore.","findings":[0]},{"id":"set-envelope-sender-postfix","do":"x","findings":[0,7]},
                 {"id":"set-envelope-sender-php","do":"x","findings":[0]},{"id":"use-relay","do":"x","findings":["no"]},{"id":"ipv4-only"}]}
        """;

    [Fact]
    public void A_step_becomes_a_change_with_what_the_report_and_the_administrator_say()
    {
        var mapped = StepMapping.Map(Read(Report)!, new PlanValues { Sender = "info@customer.example" });

        Assert.Equal("Ask the hosting company.\nMore.", Assert.IsType<MappedStep.ByHand>(mapped[0]).Step.Do);
        var change = Assert.IsType<ChangeRequest.ReturnPath>(Assert.IsType<MappedStep.Applicable>(mapped[1]).Request);
        Assert.Equal(["apache@web1.hosting.example"], change.From);
        Assert.Equal("info@customer.example", change.To);
        Assert.Equal("set-envelope-sender-postfix", Assert.IsType<MappedStep.DoneBy>(mapped[2]).Other);
        Assert.Equal("--to", Assert.IsType<MappedStep.NeedsValue>(mapped[3]).Option);
        Assert.IsType<ChangeRequest.IPv4Only>(Assert.IsType<MappedStep.Applicable>(mapped[4]).Request);
    }

    [Theory]
    [InlineData(false, "", "all")]
    [InlineData(true, "", "gmail.com, shop.example")]
    [InlineData(false, "other.example", "other.example")]
    [InlineData(true, "gmail.com other.example", "gmail.com, other.example, shop.example")]
    public void One_of_two_ways_by_the_relay_is_taken(bool onlyRefusing, string more, string wanted)
    {
        const string Text = """
            {"schema":"todoku/diagnose/1","findings":[{"evidence":["postfix/smtp[1]: A: to=<a@gmail.com>, orig_to=<x@y.example>, relay=none","to=<b@GMAIL.com>, relay"," to=<c@shop.example>","x to=<root>, y"," to=<a@b",7," to=<a@x y.example>"]}],
             "plan":[{"id":"use-relay","do":"x","findings":[0]},{"id":"relay-one-provider","do":"x","findings":[0]}]}
            """;
        var values = new PlanValues { Relay = new ChangeRequest.RelayHost("relay.example", 587, null, null, false), IsRelayOnlyForRefusing = onlyRefusing, RelayOnlyFor = more.Split(' ', StringSplitOptions.RemoveEmptyEntries) };

        var mapped = StepMapping.Map(Read(Text)!, values);

        var relay = Assert.IsType<ChangeRequest.RelayHost>(Assert.IsType<MappedStep.Applicable>(mapped[0]).Request);
        Assert.Equal(wanted, relay.OnlyFor.Count == 0 ? "all" : string.Join(", ", relay.OnlyFor));
        Assert.Equal("use-relay", Assert.IsType<MappedStep.DoneBy>(mapped[1]).Other);
    }

    [Fact]
    public void Where_the_report_names_no_domain_they_must_be_said() => Assert.Equal(
        "--for",
        Assert.IsType<MappedStep.NeedsValue>(StepMapping.Map([new PlannedStep("relay-one-provider", "x")], new PlanValues { Relay = new ChangeRequest.RelayHost("r", 587, null, null, false), IsRelayOnlyForRefusing = true })[0]).Option);

    [Theory]
    [InlineData("apache@web1.hosting.example", false)]
    [InlineData("apache", false)]
    [InlineData("apache@web1", true)]
    [InlineData("apache@web1.localdomain", true)]
    [InlineData("apache@ip-10-0-0-5.ec2.INTERNAL", true)]
    public void A_sender_in_a_domain_that_nobody_else_knows_is_replaced_in_the_header_too(string from, bool isOutgoing)
    {
        var mapped = StepMapping.Map([new PlannedStep("set-envelope-sender-postfix", "x")], new PlanValues { Sender = "info@customer.example", From = [from] });

        Assert.Equal(isOutgoing, Assert.IsType<ChangeRequest.ReturnPath>(Assert.IsType<MappedStep.Applicable>(mapped[0]).Request).IsOutgoing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schema":"todoku/explain/1","plan":[]}""")]
    [InlineData("""{"schema":7}""")]
    public void What_is_no_report_is_none(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("""{"schema":"todoku/check/1"}""", 0)]
    [InlineData("""{"schema":"todoku/check/1","plan":{}}""", 0)]
    [InlineData("""{"schema":"todoku/check/1","plan":[7,{"id":7,"findings":7}],"findings":[7]}""", 2)]
    public void A_report_of_a_strange_form_does_no_harm(string text, int steps) => Assert.Equal(steps, Read(text)!.Count);

    private static IReadOnlyList<PlannedStep>? Read(string text) => PlanReader.Read(Encoding.UTF8.GetBytes(text));
}
