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
