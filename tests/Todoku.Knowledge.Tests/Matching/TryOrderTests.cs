using Todoku.Mail;
using static Todoku.Knowledge.Tests.TestKnowledge;

namespace Todoku.Knowledge.Tests.Matching;

public sealed class TryOrderTests
{
    private static readonly KnowledgeBase Knowledge = Of(
        Provider("big", "relay_hosts = [\"big.example\"]",
            Rule("text", "policy", "all = [\"sorry friend\"]")
            + Rule("text-and-code", "spam-content", "codes = [550]\nall = [\"sorry friend\"]")
            + Rule("text-and-status", "spf-fail", "enhanced = [\"5.7.9\"]\nall = [\"sorry friend\"]")
            + Rule("text-and-stage", "recipient-refused", "stage = [\"end-of-data\"]\nall = [\"sorry friend\"]")
            + Rule("status", "dkim-fail", "enhanced = [\"5.7.20\"]")
            + Rule("code", "dmarc-fail", "codes = [521]")),
        ("blocklists.toml", """
            [[blocklist]]
            id = "zone"
            name = "Zone"
            lists = "ip"
            reply_words = ["zone.example"]
            url = "https://zone.example/"
            source = "test"
            date = "2026-11"
            samples = ["x"]
            [[blocklist]]
            id = "mixed"
            name = "Mixed"
            lists = "both"
            reply_words = ["mixed.example"]
            url = "https://mixed.example/"
            source = "test"
            date = "2026-11"
            samples = ["x"]
            """),
        ("rules/10-words.toml", Rule("first", "greylisted", "all = [\"try later\"]") + Rule("second", "rate-limited", "all = [\"later\"]")),
        ("rules/20-words.toml", Rule("third", "remote-error", "all = [\"try\"]") + Rule("friend", "virus", "all = [\"sorry friend\"]")),
        ("rules/90-status.toml", Rule("5.7.20", "policy", "enhanced = [\"5.7.20\"]") + Rule("5.7.1", "policy", "enhanced = [\"5.7.1\"]")
            + Rule("521", "policy", "codes = [521]") + Rule("5xx", "unknown", "codes = [5]")));

    [Theory]
    [InlineData("450 sorry friend", "big.text")]
    [InlineData("550 sorry friend", "big.text-and-code")]
    [InlineData("554 5.7.9 sorry friend", "big.text-and-status")]
    [InlineData("550 5.7.9 sorry friend", "big.text-and-code")]
    [InlineData("554 5.7.20 nothing known", "big.status")]
    [InlineData("521 5.7.20 nothing known", "big.status")]
    [InlineData("521 nothing known", "big.code")]
    [InlineData("554 nothing known", "code.5xx")]
    [InlineData("450 sorry friend zone.example", "big.text")]
    [InlineData("450 try later zone.example", "blocklist.zone")]
    public void Goes_from_the_most_telling_rule_to_the_least(string reply, string rule) => Assert.Equal(rule, Knowledge.Read(reply, "mx.big.example").RuleId);

    [Theory]
    [InlineData("450 sorry friend", "words.friend")]
    [InlineData("450 TRY   LATER", "words.first")]
    [InlineData("450 later, try", "words.second")]
    [InlineData("450 try", "words.third")]
    [InlineData("550 5.7.20 no", "status.5.7.20")]
    [InlineData("550 5.7.1 no", "status.5.7.1")]
    [InlineData("521 no", "code.521")]
    [InlineData("450 no", "unknown")]
    [InlineData("", "unknown")]
    public void Keeps_the_order_of_files_and_in_them(string reply, string rule) => Assert.Equal(rule, Knowledge.Read(reply, "mx.other.example").RuleId);

    [Fact]
    public void Takes_the_stage_into_account()
    {
        Assert.Equal("big.text-and-stage", Knowledge.Read("450 sorry friend", "mx.big.example", stage: SmtpStage.EndOfData).RuleId);
        Assert.Equal("big.text", Knowledge.Read("450 sorry friend", "mx.big.example", stage: SmtpStage.RcptTo).RuleId);
        Assert.Equal("big.text-and-stage", Knowledge.Read("450 sorry friend (in reply to end of DATA command)", "mx.big.example").RuleId);
    }

    [Fact]
    public void Uses_the_logged_status_for_words_without_one()
    {
        Assert.Equal("status.5.7.1", Knowledge.Read("no", status: "5.7.1").RuleId);
        Assert.Equal("unknown", Knowledge.Read("no", status: "5.0.0").RuleId);
        Assert.Equal("status.5.7.20", Knowledge.Read("550 5.7.20 no", status: "5.7.1").RuleId);
    }

    [Theory]
    [InlineData("550 [192.0.2.1] is in mixed.example", Cause.IpBlocklisted)]
    [InlineData("550 your domain is in mixed.example", Cause.DomainReputation)]
    [InlineData("550 a URL is in mixed.example", Cause.DomainReputation)]
    public void Tells_addresses_from_domains_in_a_list_of_both(string reply, Cause cause)
    {
        var reading = Knowledge.Read(reply);
        Assert.Equal(("blocklist.mixed", cause), (reading.RuleId, reading.Cause));
    }
}
