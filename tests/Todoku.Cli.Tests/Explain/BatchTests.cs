using System.Text;
using System.Text.Json;

namespace Todoku.Cli.Tests.Explain;

public sealed class BatchTests
{
    [Fact]
    public void Answers_every_line_in_its_order()
    {
        const int count = 20_000;
        var lines = Answers(string.Concat(Enumerable.Range(0, count).Select(i => $$"""{"id":{{i}},"response":"550 5.1.1 <a{{i}}@b.example>: user unknown"}""" + "\n")));

        Assert.Equal(Enumerable.Range(0, count), lines.Select(line => line.GetProperty("id").GetInt32()));
        Assert.All(lines, line => Assert.Equal("recipient-unknown", line.GetProperty("cause").GetString()));
    }

    [Fact]
    public void Gives_all_that_was_promised()
    {
        var line = Answers("""{"id":"a","response":"550-5.7.1 [192.0.2.10 18] very low reputation of the sending IP address. gsmtp"}""")[0];

        Assert.Equal(["id", "cause", "provider", "temporary", "rule", "values"], line.EnumerateObject().Select(property => property.Name));
        Assert.Equal("google", line.GetProperty("provider").GetString());
        Assert.StartsWith("google.", line.GetProperty("rule").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_a_provider_that_is_not_known_other() =>
        Assert.Equal("other", Answers("""{"id":1,"response":"550 5.1.1 user unknown","relay":"mx.nobody.example"}""")[0].GetProperty("provider").GetString());

    [Fact]
    public void Takes_stage_relay_and_recipient_from_the_log_line()
    {
        var line = Answers("""
            {"id":1,"log":"Sep 29 08:40:57 dev1 postfix/smtp[1]: 15C904A3824: to=<u@docomo.ne.jp>, relay=mfsmax.docomo.ne.jp[192.0.2.1]:25, delay=1, dsn=5.0.0, status=bounced (host mfsmax.docomo.ne.jp[192.0.2.1] said: 550 Unknown user u@docomo.ne.jp (in reply to end of DATA command))"}
            """)[0];

        Assert.Equal("docomo", line.GetProperty("provider").GetString());
        Assert.Equal("recipient-refused", line.GetProperty("cause").GetString());
    }

    [Fact]
    public void The_stage_given_beside_a_reply_counts()
    {
        var lines = Answers(
            """
            {"id":1,"response":"550 Unknown user u@docomo.ne.jp","relay":"mfsmax.docomo.ne.jp","in_reply_to":"end of DATA"}
            {"id":2,"response":"550 Unknown user u@docomo.ne.jp","relay":"mfsmax.docomo.ne.jp","in_reply_to":"RCPT TO"}
            """);

        Assert.Equal(["recipient-refused", "recipient-unknown"], lines.Select(line => line.GetProperty("cause").GetString()));
    }

    [Theory]
    [InlineData("garbage", "null")]
    [InlineData("[1]", "null")]
    [InlineData("""{"id":"x"}""", "\"x\"")]
    [InlineData("""{"id":7,"response":null}""", "7")]
    [InlineData("""{"id":{"a":[1,2]},"log":5}""", """{"a":[1,2]}""")]
    [InlineData("""{"id":"\u00e9\"","response":"550 x"} trailing""", "\"\\u00e9\\\"\"")]
    [InlineData("""{"id":"y","response":"\ud800"}""", "\"y\"")]
    [InlineData("""{"id":"z","response":"cut""", "\"z\"")]
    public void A_bad_line_is_answered_with_its_error_and_the_batch_goes_on(string line, string id)
    {
        var answers = Answers(line + "\n\n" + """{"id":"good","response":"550 5.1.1 user unknown"}""");

        Assert.Equal(2, answers.Count);
        Assert.Equal(id, answers[0].GetProperty("id").GetRawText());
        Assert.NotEqual("", answers[0].GetProperty("error").GetString());
        Assert.Equal("recipient-unknown", answers[1].GetProperty("cause").GetString());
    }

    [Fact]
    public void A_line_longer_than_a_block_is_read_whole()
    {
        var filler = new string('x', 700_000);

        var answers = Answers($$"""{"id":1,"filler":"{{filler}}","response":"550 5.1.1 user unknown"}""" + "\n" + """{"id":2,"response":"452 4.2.2 mailbox full"}""");

        Assert.Equal(["recipient-unknown", "mailbox-full"], answers.Select(answer => answer.GetProperty("cause").GetString()));
    }

    [Fact]
    public void An_empty_input_has_an_empty_answer() => Assert.Empty(Answers(""));

    private static List<JsonElement> Answers(string input)
    {
        var console = new TestConsole { Input = Encoding.UTF8.GetBytes(input) };
        Assert.Equal(0, console.Run("explain", "--batch"));
        Assert.Equal("", console.Error);
        return [.. console.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
