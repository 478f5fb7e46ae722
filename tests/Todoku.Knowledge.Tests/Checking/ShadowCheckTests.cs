using Todoku.Knowledge.Checking;
using Todoku.Knowledge.Sources;
using Todoku.Knowledge.Toml;
using static Todoku.Knowledge.Tests.TestKnowledge;

namespace Todoku.Knowledge.Tests.Checking;

public sealed class ShadowCheckTests
{
    [Theory]
    [InlineData("any = [\"terminated\"]", "any = [\"user is terminated\"]", "the rule a.late is never reached")]
    [InlineData("all = [\"user\", \"gone\"]", "all = [\"gone\", \"no such user\", \"today\"]", "the rule a.late is never reached")]
    [InlineData("any = [\"terminated\"]", "any = [\"user is terminated\", \"not found\"]", "\"user is terminated\" of a.late is never reached")]
    [InlineData("any = [\"|gone|\"]", "any = [\"|gone|\", \"away\"]", "\"|gone|\" of a.late is never reached")]
    [InlineData("codes = [5]\nany = [\"gone\"]", "codes = [550]\nany = [\"gone\"]", "the rule a.late is never reached")]
    [InlineData("enhanced = [\"5.7.*\"]", "enhanced = [\"5.7.1\"]", "the rule status.late is never reached")]
    [InlineData("any = [\"gone\"]\nnone = [\"sender\"]", "any = [\"gone\"]\nnone = [\"sender\", \"host\"]", "the rule a.late is never reached")]
    public void Names_what_an_earlier_rule_always_takes(string early, string late, string problem)
    {
        var found = Assert.Single(Run(early, late));
        Assert.StartsWith(problem, found.Message, StringComparison.Ordinal);
        Assert.Contains("early", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("any = [\"user is terminated\"]", "any = [\"terminated\"]")]
    [InlineData("any = [\"|gone|\"]", "any = [\"forgone\"]")]
    [InlineData("codes = [550]\nany = [\"gone\"]", "any = [\"gone\"]")]
    [InlineData("local = true\nany = [\"gone\"]", "any = [\"gone\"]")]
    [InlineData("stage = [\"rcpt-to\"]\nany = [\"gone\"]", "any = [\"gone\"]")]
    [InlineData("any = [\"gone\"]\nnone = [\"sender\"]", "any = [\"gone\"]")]
    [InlineData("all = [\"gone\", \"user\"]", "any = [\"gone\"]")]
    [InlineData("enhanced = [\"5.7.1\"]", "enhanced = [\"5.7.*\"]")]
    public void Leaves_alone_what_can_still_win(string early, string late) => Assert.Empty(Run(early, late));

    [Fact]
    public void A_providers_rule_takes_nothing_from_others()
    {
        var rule = "any = [\"gone\"]";
        Assert.Empty(Run(Provider("big", "relay_hosts = [\"big.example\"]", Rule("early", "policy", rule)), ("rules/a.toml", Rule("late", "virus", rule))));
    }

    private static List<SourceProblem> Run(string early, string late) =>
        Run(("rules/a.toml", Rule("early", "policy", early) + Rule("late", "virus", late)));

    private static List<SourceProblem> Run(params (string Path, string Text)[] files)
    {
        var source = KnowledgeReader.Read(Files(files));
        Assert.Empty(source.Problems);
        return ShadowCheck.Run(source);
    }
}
