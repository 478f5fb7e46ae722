using static Todoku.Knowledge.Tests.TestKnowledge;

namespace Todoku.Knowledge.Tests.Matching;

public sealed class AnchorTests
{
    [Theory]
    [InlineData("blocked * spamhaus", "blocked by Spamhaus", true)]
    [InlineData("blocked * spamhaus", "blocked using zen.spamhaus.org", true)]
    [InlineData("blocked * spamhaus", "spamhaus has blocked you", false)]
    [InlineData("blocked*spamhaus", "blockedspamhaus", true)]
    [InlineData("one * two * three", "three two one two three", true)]
    [InlineData("one * two * three", "one three two", false)]
    [InlineData("aaa * aaa", "aaaa", false)]
    [InlineData("aaa * aaa", "aaaaaa", true)]
    [InlineData("abcab * cabx", "abcabx", false)]
    [InlineData("ip * blocked", "your ip is blocked", true)]
    [InlineData("ip * blocked", "blocked is your ip", false)]
    [InlineData("|spf|", "SPF", true)]
    [InlineData("|spf|", "the (SPF) record", true)]
    [InlineData("|spf|", "spfoo", false)]
    [InlineData("|spf|", "xspf spf1", false)]
    [InlineData("|spf|", "xspf spf", true)]
    [InlineData("|spf|", "送信元のSPFが", true)]
    [InlineData("|spf", "spfoo", true)]
    [InlineData("spf|", "xspf", true)]
    [InlineData("spf|", "spfx", false)]
    [InlineData("|spf * fail|", "spf has failed", false)]
    [InlineData("|spf * fail|", "spf has failed: fail", true)]
    [InlineData("user   unknown", "USER\t \n unknown", true)]
    [InlineData("メールボックス", "メールボックスがいっぱいです", true)]
    [InlineData("メールボックス", "メール", false)]
    [InlineData("ÉCHEC", "ÉCHEC", true)]
    [InlineData("[192", "[192.0.2.1]", true)]
    public void Looks_for_words_gaps_and_borders(string anchor, string text, bool occurs)
    {
        var knowledge = Of(("rules/a.toml", Rule("r", "policy", $"all = [\"{anchor}\"]")));
        Assert.Equal(occurs, knowledge.Read($"550 {text}").RuleId == "a.r");
    }

    [Theory]
    [InlineData(199, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Spans_gaps_of_up_to_200_bytes(int gap, bool occurs)
    {
        var knowledge = Of(("rules/a.toml", Rule("r", "policy", "all = [\"begin * end\"]")));
        Assert.Equal(occurs, knowledge.Read($"550 begin{new string('-', gap)}end").RuleId == "a.r");
        Assert.Equal(occurs, knowledge.Read($"550 begin begin{new string('-', gap)}end end").RuleId == "a.r" && occurs);
    }

    [Fact]
    public void Finds_a_later_start_when_the_first_is_too_far()
    {
        var knowledge = Of(("rules/a.toml", Rule("r", "policy", "all = [\"begin * middle * end\"]")));
        Assert.Equal("a.r", knowledge.Read($"550 begin{new string('-', 300)}begin middle{new string('-', 300)}begin middle end").RuleId);
    }

    [Theory]
    [InlineData("550 alpha beta", "a.r")]
    [InlineData("550 beta alpha gamma", "unknown")]
    [InlineData("550 alpha delta", "a.r")]
    [InlineData("550 alpha", "unknown")]
    [InlineData("550 beta delta", "unknown")]
    public void Wants_all_one_of_any_and_none(string reply, string rule)
    {
        var knowledge = Of(("rules/a.toml", Rule("r", "policy", "all = [\"alpha\"]\nany = [\"beta\", \"delta\"]\nnone = [\"gamma\"]")));
        Assert.Equal(rule, knowledge.Read(reply).RuleId);
    }

    [Fact]
    public void Finds_words_that_overlap_and_contain_each_other()
    {
        string[] words = ["sher", "her", "hers", "shers", "ers", "rsx"];
        var knowledge = Of(("rules/a.toml", string.Concat(words.Select((word, i) => Rule($"r{i}", "policy", $"all = [\"{word}\"]\nnone = [{string.Join(", ", words.Take(i).Select(earlier => $"\"{earlier}\""))}]")))));
        Assert.Equal("a.r0", knowledge.Read("550 ushers").RuleId);
        Assert.Equal("a.r1", knowledge.Read("550 uhersx").RuleId);
        Assert.Equal("a.r4", knowledge.Read("550 aersx").RuleId);
        Assert.Equal("a.r5", knowledge.Read("550 arsx").RuleId);
    }
}
