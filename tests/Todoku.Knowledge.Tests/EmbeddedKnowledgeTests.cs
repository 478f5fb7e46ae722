using System.Text;
using Todoku.Knowledge.Checking;
using Todoku.Knowledge.Sources;
using Todoku.KnowledgeCompilation.Grading;

namespace Todoku.Knowledge.Tests;

/// <summary>Holds the data itself against what it promises.</summary>
public sealed class EmbeddedKnowledgeTests
{
    private static readonly KnowledgeSource Source = KnowledgeReader.Read(KnowledgeFolder.Read(Path.Combine(Repository.Folder, "knowledge")));

    [Fact]
    public void Has_no_errors_and_no_dangling_names() => Assert.Empty(Source.Problems);

    [Fact]
    public void Every_sample_is_decided_by_its_own_rule() => Assert.Empty(SampleCheck.Run(Source, TestKnowledge.Embedded));

    [Fact]
    public void Every_rule_and_word_can_be_reached() => Assert.Empty(ShadowCheck.Run(Source));

    [Fact]
    public void Every_cause_has_an_article_in_both_languages()
    {
        foreach (var cause in Causes.All)
        {
            var english = TestKnowledge.Embedded.FindArticle(cause.Id, Language.English);
            var japanese = TestKnowledge.Embedded.FindArticle(cause.Id, Language.Japanese);
            Assert.True(english is not null && japanese is not null, cause.Id);
            Assert.NotEqual(english!.Title, japanese!.Title);
        }
    }

    [Fact]
    public void Every_step_of_every_article_is_found()
    {
        foreach (var article in Source.Articles)
        {
            var found = TestKnowledge.Embedded.FindArticle(article.Id, Language.Japanese)!;
            Assert.Equal((article.Japanese.Title, article.Cause, article.Fault), (found.Title, found.Cause, found.Fault));
            foreach (var step in found.Steps) Assert.Equal(step, TestKnowledge.Embedded.FindStep(step, Language.English)?.Id);
        }
    }

    [Fact]
    public void Knows_every_provider_that_is_promised()
    {
        string[] promised =
        [
            "google", "microsoft", "yahoo", "apple", "yahoo-japan", "docomo", "kddi", "softbank", "rakuten", "biglobe", "nifty", "ocn", "sakura", "gmo", "comcast", "att", "gmx", "webde",
            "t-online", "orange", "free", "laposte", "sfr", "mailru", "yandex", "qq", "netease", "zoho", "protonmail", "mimecast", "proofpoint", "barracuda", "ironport", "cloudflare",
            "improvmx", "forwardemail",
        ];
        Assert.Empty(promised.Except(TestKnowledge.Embedded.Providers.Select(provider => provider.Id)));
    }

    [Fact]
    public void Reads_the_shared_corpus()
    {
        var grade = CorpusGrader.Grade(TestKnowledge.Embedded, File.ReadLines(Repository.Shared("corpus/replies.jsonl")));
        Assert.True(grade.Cause.Percent >= 97 && grade.Provider.Percent >= 99 && grade.Temporary.Percent >= 97, $"{grade}\n{string.Join('\n', grade.Misses)}");
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public void Reads_collected_replies(string file)
    {
        var grade = CorpusGrader.Grade(TestKnowledge.Embedded, File.ReadLines(Path.Combine(Folder, file)));
        Assert.True(grade.Cause.Percent >= 97 && grade.Provider.Percent >= 99 && grade.Temporary.Percent >= 97, $"{grade}\n{string.Join('\n', grade.Misses)}");
    }

    [Theory]
    [InlineData("SASL authentication failed; server smtp.example.net[192.0.2.1] said: Authentication failed", true)]
    [InlineData("SASL authentication failed; cannot authenticate to server smtp.example.com[192.0.2.1]: no mechanism available", true)]
    [InlineData("535 5.7.8 SASL authentication failed: generic failure", false)]
    [InlineData("mail forwarding loop for user@example.com", false)]
    [InlineData("mail for example.com loops back to myself", false)]
    [InlineData("451 4.4.6 mail forwarding loop for user@example.com", true)]
    [InlineData("unknown mail transport error", true)]
    public void Tells_for_now_from_for_good_without_a_code(string reply, bool temporary) => Assert.Equal(temporary, TestKnowledge.Embedded.Read(reply).IsTemporary);

    [Fact]
    public void The_logged_status_goes_before_the_rules_own_word() =>
        Assert.True(TestKnowledge.Embedded.Read("mail forwarding loop for user@example.com", status: "4.4.6").IsTemporary);

    [Theory]
    [InlineData("550 5.7.1 Connection refused - OXSUS", Cause.Policy)]
    [InlineData("554 Connection refused", Cause.Policy)]
    [InlineData("connect to mx.example.jp[203.0.113.99]:25: Connection refused", Cause.ConnectionRefused)]
    [InlineData("450 4.4.1 connect to mx.example.jp[203.0.113.99]:25: Connection refused", Cause.ConnectionRefused)]
    public void Takes_a_remote_refusal_of_the_connection_for_a_policy(string reply, Cause cause) => Assert.Equal(cause, TestKnowledge.Embedded.Read(reply).Cause);

    [Theory]
    [InlineData("554 Reject due to policy violations", "example.com")]
    [InlineData("554 5.7.1 Message reject due to policy restrictions. Contact the administrator.", "example.com")]
    [InlineData("554-Reject due to policy restrictions. 554 For explanation visit https://www.gmx.net/mail/senderguidelines?ip=192.0.2.9&c=hi", "gmx")]
    [InlineData("554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.web.de/en/case?c=r0701", "webde")]
    [InlineData("554 delivery error: dd Requested mail action aborted - mta086.mail.bbt.yahoo.co.jp", "yahoo-japan")]
    [InlineData("554 delivery error: dd This user doesn't have a yahoo.co.jp account (a@yahoo.co.jp) [-5] - mta086.mail.bbt.yahoo.co.jp", "yahoo-japan")]
    [InlineData("554 delivery error: dd Not a valid recipient - atlas315.free.mail.ne1.yahoo.com", "yahoo")]
    [InlineData("554 delivery error: dd No such user", "example.com")]
    public void Wants_more_than_common_words_to_name_a_provider(string reply, string provider) =>
        Assert.Equal(provider, TestKnowledge.Embedded.Identify("", reply, "example.com"));

    [Theory]
    [InlineData("lost connection with mx.example.com[192.0.2.1] while sending message body", Cause.RemoteError)]
    [InlineData("conversation with mx.example.com[192.0.2.1] timed out while sending message body", Cause.ConnectionTimeout)]
    [InlineData("connect to mx.example.com[192.0.2.1]:25: Connection timed out", Cause.ConnectionTimeout)]
    public void Tells_a_dropped_connection_from_one_that_fell_silent(string reply, Cause cause) =>
        Assert.Equal(cause, TestKnowledge.Embedded.Read(reply, status: "4.4.2").Cause);

    public static TheoryData<string> Collections => [.. Directory.GetFiles(Folder, "*.jsonl").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Folder, "tests/Todoku.Knowledge.Tests/Cases/replies");

    [Fact]
    public void Falls_back_from_the_providers_article_to_that_of_the_cause()
    {
        var google = TestKnowledge.Embedded.Read("550-5.7.1 [192.0.2.1 18] likely suspicious due to the very low reputation of the sending IP address. - gsmtp", "gmail-smtp-in.l.google.com");
        Assert.Equal((Cause.IpReputation, "google.ip-reputation"), (google.Cause, google.Advice));
        var other = TestKnowledge.Embedded.Read("550 5.1.1 User unknown", "mx.example.org");
        Assert.Equal("recipient-unknown", other.Advice);
        Assert.Null(TestKnowledge.Embedded.FindArticle("google.no-such", Language.English));
        Assert.Null(TestKnowledge.Embedded.FindStep("", Language.English));
    }

    [Fact]
    public void Is_the_same_as_its_files()
    {
        var files = KnowledgeBase.From(KnowledgeFolder.Read(Path.Combine(Repository.Folder, "knowledge")));
        var reply = Encoding.UTF8.GetBytes("550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org");
        Assert.Equal(files.Read(reply, default), TestKnowledge.Embedded.Read(reply, default));
        Assert.Equal(files.Providers, TestKnowledge.Embedded.Providers);
    }
}
