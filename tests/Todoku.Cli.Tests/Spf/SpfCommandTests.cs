using System.Text;
using System.Text.Json;

namespace Todoku.Cli.Tests.Spf;

public sealed class SpfCommandTests
{
    private const string Zone = """
        $TTL 300
        example.com. TXT "v=spf1 a include:_spf.example.net ip4:198.51.100.0/24 " "-all exp=why.example.com"
        example.com. A 203.0.113.4
        why.example.com. TXT "%{i} is no server of %{d}"
        _spf.example.net. TXT "v=spf1 ip4:192.0.2.128/25 ip6:2001:db8::/32 ~all"
        wrong.example. TXT "v=spf1 ip:192.0.2.1 -all"
        over.example. TXT "v=spf1 include:five.example include:five.example a mx -all"
        five.example. TXT "v=spf1 a:example.com a:example.com a:example.com a:example.com ?all"
        open.example. TXT "v=spf1 +all"
        neutral.example. TXT "v=spf1 ?all"
        two.example. TXT "v=spf1 -all"
        two.example. TXT "v=spf1 ~all"
        dead.example. TXT "v=spf1 include:gone.example -all"
        void.example. TXT "v=spf1 a:n1.example a:n2.example exists:n3.example -all"
        hostile.example. TXT "v=spf1 exists:%{l}.example.com -all"

        """;

    [Theory]
    [InlineData("192.0.2.200", "user@example.com", 0, "pass: 192.0.2.200 may send for example.com", "Decided by \"include:_spf.example.net\" in the record of example.com.")]
    [InlineData("2001:db8::9", "example.com", 0, "pass: 2001:db8::9 may send for example.com", "✓ ip6:2001:db8::/32  matches: 2001:db8::9 is in 2001:db8::/32")]
    [InlineData("192.0.2.1", "user@example.com", 1, "fail: 192.0.2.1 may not send for example.com", "The domain explains: 192.0.2.1 is no server of example.com")]
    [InlineData("192.0.2.1", "<user@example.com>", 1, "fail: ", "v=spf1 ip4:192.0.2.1 a include:_spf.example.net ip4:198.51.100.0/24 -all")]
    [InlineData("::ffff:192.0.2.1", "user@example.com", 1, "fail: ", "v=spf1 ip4:192.0.2.1 a include")]
    [InlineData("192.0.2.1", "u@neutral.example", 0, "neutral: ", "v=spf1 ip4:192.0.2.1 ?all")]
    [InlineData("192.0.2.1", "u@open.example", 0, "pass: ", "lets every server in the world send")]
    [InlineData("192.0.2.1", "u@gone.example", 1, "none: there is no SPF record for gone.example", "v=spf1 ip4:192.0.2.1 ~all")]
    [InlineData("192.0.2.1", "u@[192.0.2.1]", 1, "none: ", "Give a whole address")]
    [InlineData("192.0.2.1", "u@wrong.example", 1, "permerror: ", "Probably meant: ip4:192.0.2.1")]
    [InlineData("192.0.2.1", "u@over.example", 1, "permerror: ", "  5  include:five.example")]
    [InlineData("192.0.2.1", "u@two.example", 1, "permerror: ", "Put the SPF records of two.example together")]
    [InlineData("192.0.2.1", "u@dead.example", 1, "permerror: ", "Take include:gone.example out")]
    [InlineData("192.0.2.1", "u@void.example", 1, "permerror: ", "the third question")]
    [InlineData("192.0.2.1", "\u001b[31mu@hostile.example", 1, "fail: ", "no match: \\027[31mu.example.com does not exist")]
    [InlineData("192.0.2.1", "\u202eu@hostile.example", 1, "fail: ", "local part is not ASCII")]
    public void Says_the_verdict_the_steps_and_what_to_do(string ip, string sender, int status, string heading, string expected)
    {
        var (console, output) = Run(status, "--ip", ip, "--sender", sender, "--lang", "en");

        Assert.StartsWith(heading, output, StringComparison.Ordinal);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Equal("", console.Error);
    }

    [Theory]
    [InlineData("192.0.2.1", "user@example.com", "fail：192.0.2.1 は example.com のメールの送信を許可されていません")]
    [InlineData("192.0.2.1", "u@wrong.example", "正しくはこうではありませんか：ip4:192.0.2.1")]
    [InlineData("192.0.2.1", "u@over.example", "合計12回です")]
    public void Says_it_in_Japanese(string ip, string sender, string expected) => Assert.Contains(expected, Run(1, "--ip", ip, "--sender", sender, "--lang", "ja").Output, StringComparison.Ordinal);

    [Fact]
    public void Shows_each_step_as_JSON()
    {
        var (_, output) = Run(0, "--ip", "192.0.2.200", "--sender", "user@example.com", "--json");

        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal(("pass", "matched", "include:_spf.example.net", "mailfrom"), (Text(root, "result"), Text(root, "reason"), Text(root, "mechanism"), Text(root, "identity")));
        Assert.Equal(2, root.GetProperty("lookups").GetInt32());
        Assert.Equal(
            ["0  record", "0 a no_match", "0 include:_spf.example.net follow", "1  record", "1 ip4:192.0.2.128/25 match", "1 ip6:2001:db8::/32 skipped", "1 ~all skipped",
                "0 include:_spf.example.net match", "0 ip4:198.51.100.0/24 skipped", "0 -all skipped"],
            root.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("depth")} {(step.TryGetProperty("term", out var term) ? term.GetString() : "")} {Text(step, "outcome")}"));
    }

    [Fact]
    public void Checks_the_HELO_name_of_a_null_sender()
    {
        var (_, output) = Run(1, "--ip", "192.0.2.1", "--sender", "", "--helo", "example.com", "--lang", "en");

        Assert.Contains("the HELO name was checked", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_a_batch()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole
        {
            Input = Encoding.UTF8.GetBytes("""
                {"id":1,"ip":"192.0.2.1","sender":"user@example.com","helo":"x"}
                {"id":"b","ip":"192.0.2.200","sender":"","helo":"example.com"}
                {"id":"c","ip":"nonsense","sender":"user@example.com"}
                {"id":"d","sender":"user@example.com"}
                {"id":"e","ip":"192.0.2.1","sender":"-all@gone.test"}

                """),
        };

        Assert.Equal(0, console.Run("spf", "--batch", "--zone", folder.Write("zone", Zone), "--resolver", "none"));

        Assert.Equal(
        [
            """{"id":1,"result":"fail","explanation":"192.0.2.1 is no server of example.com","reason":"matched","mechanism":"-all","mechanism_domain":"example.com"}""",
            """{"id":"b","result":"pass","explanation":null,"reason":"matched","mechanism":"include:_spf.example.net","mechanism_domain":"example.com"}""",
            """{"id":"c","error":"\"ip\" is no IP address"}""",
            """{"id":"d","error":"\"ip\" is missing"}""",
            """{"id":"e","result":"none","explanation":null,"reason":"no_record"}""",
        ], console.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--sender", "user@example.com")]
    [InlineData("--ip", "192.0.2.1")]
    [InlineData("--ip", "nonsense", "--sender", "user@example.com")]
    [InlineData("--ip", "192.0.2", "--sender", "user@example.com")]
    [InlineData("--ip", "0x7f000001", "--sender", "user@example.com")]
    [InlineData("--ip", "[::1]:25", "--sender", "user@example.com")]
    [InlineData("--batch", "--ip", "192.0.2.1")]
    [InlineData("--ip", "192.0.2.1", "--sender", "user@example.com", "-x")]
    [InlineData("--ip", "192.0.2.1", "--sender", "--hello", "mail.example.com")]
    public void Refuses_wrong_arguments(params string[] args)
    {
        var console = new TestConsole();

        Assert.Equal(2, console.Run(["spf", .. args, "--resolver", "none"]));
        Assert.Contains("todoku spf", console.Error, StringComparison.Ordinal);
        Assert.Equal("", console.Output);
    }

    [Fact]
    public void Ends_with_3_when_DNS_does_not_answer()
    {
        var console = new TestConsole();

        Assert.Equal(3, console.Run("spf", "--ip", "192.0.2.1", "--sender", "-user@example.com", "--helo", "-x", "--resolver", "none", "--lang", "en"));
        Assert.StartsWith("temperror: ", console.Output, StringComparison.Ordinal);
    }

    private static (TestConsole Console, string Output) Run(int status, params string[] args)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole { Width = 200 };
        Assert.Equal(status, console.Run(["spf", .. args, "--zone", folder.Write("zone", Zone), "--resolver", "none"]));
        return (console, console.Output);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
