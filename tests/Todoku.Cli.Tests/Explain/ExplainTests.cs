using System.Text;
using System.Text.Json;

namespace Todoku.Cli.Tests.Explain;

public sealed class ExplainTests
{
    private const string Reply = "550-5.7.1 [192.0.2.10 18] Our system has detected that this message is likely suspicious due to the very low reputation of the sending IP address. gsmtp";

    private const string Line =
        "May 16 10:02:11 web1 postfix/smtp[2303]: 0E873A0000: to=<a@shop.example>, relay=aspmx.l.google.com[142.251.8.27]:25, delay=1.4, dsn=5.7.1, "
        + "status=bounced (host aspmx.l.google.com[142.251.8.27] said: " + Reply + " (in reply to end of DATA command))";

    [Fact]
    public void Explains_a_reply_given_as_an_argument()
    {
        var console = new TestConsole();

        Assert.Equal(0, console.Run("explain", Reply, "--lang", "en"));

        Assert.StartsWith("Google", console.Output, StringComparison.Ordinal);
        Assert.Contains("What to do", console.Output, StringComparison.Ordinal);
        Assert.Contains("Permanent", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explains_in_Japanese()
    {
        var console = new TestConsole();

        Assert.Equal(0, console.Run("explain", Reply, "--lang", "ja"));

        Assert.Contains("対応方法", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Reply)]
    [InlineData(Line)]
    [InlineData("some other line\n" + Line + "\n")]
    [InlineData("550-5.7.1 [192.0.2.10 18] Our system has detected that this\n550-5.7.1 message is likely suspicious due to the very low reputation\n550 5.7.1 of the sending IP address. gsmtp")]
    public void Reads_standard_input_be_it_a_reply_or_a_log_line(string input)
    {
        var console = new TestConsole { Input = Encoding.UTF8.GetBytes(input) };

        Assert.Equal(0, console.Run("explain", "--json"));

        using var json = JsonDocument.Parse(console.Output);
        Assert.Equal("todoku/explain/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal("ip-reputation", json.RootElement.GetProperty("cause").GetString());
        Assert.Equal("google", json.RootElement.GetProperty("provider").GetString());
        Assert.False(json.RootElement.GetProperty("temporary").GetBoolean());
        Assert.NotEqual(0, json.RootElement.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public void The_relay_host_tells_the_provider()
    {
        var console = new TestConsole();

        console.Run("explain", "550 5.7.1 go away", "--relay", "mx1.mail.icloud.com", "--json");

        using var json = JsonDocument.Parse(console.Output);
        Assert.Equal("apple", json.RootElement.GetProperty("provider").GetString());
    }

    [Fact]
    public void Says_that_it_does_not_understand_and_ends_with_3()
    {
        var console = new TestConsole();

        Assert.Equal(3, console.Run("explain", "hello world", "--lang", "en"));

        Assert.StartsWith("This text is not understood", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_message_was_delivered()
    {
        var console = new TestConsole();
        var line = Line[..Line.IndexOf("dsn=", StringComparison.Ordinal)] + "dsn=2.0.0, status=sent (250 2.0.0 OK)";

        Assert.Equal(0, console.Run("explain", line, "--lang", "en"));

        Assert.StartsWith("This message was delivered", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_escape_sequences_as_text()
    {
        var console = new TestConsole { IsTerminal = true };

        console.Run("explain", "550 5.7.1 \e[2J\e]0;owned\a spam \u202egnp.exe", "--lang", "en", "--no-color");

        Assert.DoesNotContain("\e", console.Output, StringComparison.Ordinal);
        Assert.Contains("\\x1b[2J", console.Output, StringComparison.Ordinal);
        Assert.Contains("\\u202e", console.Output, StringComparison.Ordinal);
    }
}
