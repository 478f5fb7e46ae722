using Todoku.Mail;
using static Todoku.Knowledge.Tests.TestKnowledge;

namespace Todoku.Knowledge.Tests.Matching;

public sealed class FactsTests
{
    [Theory]
    [InlineData("codes = [550]", "550 word", true)]
    [InlineData("codes = [550]", "551 word", false)]
    [InlineData("codes = [421, 5]", "599 word", true)]
    [InlineData("codes = [4]", "550 word", false)]
    [InlineData("codes = [4]", "word", false)]
    [InlineData("enhanced = [\"4.7.*\"]", "450 4.7.650 word", true)]
    [InlineData("enhanced = [\"4.7.*\"]", "450 4.2.1 word", false)]
    [InlineData("enhanced = [\"*.7.1\"]", "550 5.7.1 word", true)]
    [InlineData("enhanced = [\"5.*.*\"]", "550 5.999.999 word", true)]
    [InlineData("enhanced = [\"5.7.1\"]", "550 word", false)]
    [InlineData("enhanced = [\"5.7.1\"]", "550 5.7.10 word", false)]
    public void Wants_the_codes(string condition, string reply, bool fits)
    {
        var knowledge = Of(("rules/a.toml", Rule("r", "policy", $"all = [\"word\"]\n{condition}")));
        Assert.Equal(fits, knowledge.Read(reply).RuleId == "a.r");
    }

    [Theory]
    [InlineData("local = true", "word", true, true)]
    [InlineData("local = true", "word", false, true)] // words without a code may be anybody's
    [InlineData("local = true", "550 word", false, false)]
    [InlineData("local = true", "550 word", true, true)]
    [InlineData("local = false", "550 word", false, true)]
    [InlineData("local = false", "word", false, true)]
    [InlineData("local = false", "word", true, false)]
    public void Tells_own_words_from_replies(string condition, string reply, bool isLocal, bool fits)
    {
        var knowledge = Of(("rules/a.toml", Rule("r", "policy", $"all = [\"word\"]\n{condition}")));
        Assert.Equal(fits, knowledge.Read(reply, isLocal: isLocal).RuleId == "a.r");
    }

    [Theory]
    [InlineData("450 greylisting", "", true)]
    [InlineData("550 greylisting", "", false)]
    [InlineData("4.7.1 greylisting", "", true)]
    [InlineData("greylisting", "5.7.1", false)]
    [InlineData("greylisting", "", true)]
    [InlineData("no such user", "", false)]
    public void Tells_for_now_from_for_good(string reply, string status, bool temporary)
    {
        var knowledge = Of(("rules/a.toml", Rule("g", "greylisted", "all = [\"greylisting\"]") + Rule("u", "recipient-unknown", "all = [\"no such user\"]")));
        Assert.Equal(temporary, knowledge.Read(reply, status: status).IsTemporary);
    }

    [Theory]
    [InlineData("mail loop", "", false)]
    [InlineData("unknown transport", "", true)]
    [InlineData("450 mail loop", "", true)]
    [InlineData("mail loop", "4.4.6", true)]
    [InlineData("mail loop", "4.0.0", false)] // filler says nothing
    public void The_rules_own_word_decides_only_where_no_code_does(string reply, string status, bool temporary)
    {
        var knowledge = Of(("rules/a.toml",
            Rule("l", "local-config", "all = [\"mail loop\"]\ntemporary = false") + Rule("t", "local-config", "all = [\"unknown transport\"]")));
        Assert.Equal(temporary, knowledge.Read(reply, status: status).IsTemporary);
    }

    [Theory]
    [InlineData(SmtpStage.RcptTo, "a.rcpt")]
    [InlineData(SmtpStage.EndOfData, "a.data")]
    [InlineData(SmtpStage.Unknown, "unknown")]
    public void Wants_the_stage(SmtpStage stage, string rule)
    {
        var knowledge = Of(("rules/a.toml",
            Rule("rcpt", "recipient-unknown", "all = [\"user unknown\"]\nstage = [\"rcpt-to\", \"mail-from\"]") + Rule("data", "recipient-refused", "all = [\"user unknown\"]\nstage = [\"end-of-data\"]")));
        Assert.Equal(rule, knowledge.Read("550 User unknown", stage: stage).RuleId);
    }
}
