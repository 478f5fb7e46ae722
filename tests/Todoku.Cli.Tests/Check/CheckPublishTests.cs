using Todoku.Cli.Check;

namespace Todoku.Cli.Tests.Check;

/// <summary><c>--publish</c> prints records and nothing else; <c>--wait</c> waits for them.</summary>
public sealed class CheckPublishTests : IDisposable
{
    private const string Open = """
        $ORIGIN .
        $TTL 3600
        example.com SOA ns1.example.com. root.example.com. 1 2 3 4 300
        example.com MX 10 mx.example.com.
        mx.example.com A 192.0.2.99
        example.com TXT "v=spf1 mx ?all"
        """;

    private const string Closed = """
        $ORIGIN .
        $TTL 3600
        example.com SOA ns1.example.com. root.example.com. 1 2 3 4 300
        example.com MX 10 mx.example.com.
        mx.example.com A 192.0.2.25
        example.com TXT "v=spf1 mx -all"
        _dmarc.example.com TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bind")]
    [InlineData("nsd")]
    public void Prints_lines_of_a_zone_file_and_nothing_else(string format)
    {
        var (status, console) = Run(Open, "--publish", format);

        Assert.Equal(0, status);
        Assert.Equal("""
            ; Records to publish in the zone example.com
            $ORIGIN example.com.
            ; in place of these, which have to go:
            ;   @ IN TXT "v=spf1 mx ?all"
            @ IN TXT "v=spf1 ip4:192.0.2.25 mx ~all"
            ; new:
            _dmarc IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"

            """, console.Output, ignoreLineEndingDifferences: true);
        Assert.Equal("", console.Error);
    }

    [Fact]
    public void Prints_values_for_a_web_form_and_tells_how_a_key_is_made()
    {
        var (_, console) = Run(Open, "--publish", "txt", "--selector", "s1");

        Assert.StartsWith("Name: example.com\nType: TXT\nValue: v=spf1 ip4:192.0.2.25 mx ~all\nInstead of: \"v=spf1 mx ?all\"\n", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("keygen", console.Output, StringComparison.Ordinal);
        Assert.Contains("todoku dkim keygen --domain example.com --selector s1 --out s1.key", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_publish_is_said_beside_the_output()
    {
        var (status, console) = Run(Closed, "--publish", "bind");

        Assert.Equal((0, ""), (status, console.Output));
        Assert.Contains("There is nothing to publish", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_nothing_to_wait_for_it_returns_at_once()
    {
        var (_, console) = Run(Closed, "--wait");

        Assert.Equal("", console.Error);
        Assert.Contains("example.com publishes an SPF record", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_name_servers_there_is_nothing_to_wait_at()
    {
        var (status, console) = Run(Open, "--wait");

        Assert.Equal(1, status);
        Assert.Contains("example.com. IN TXT \"v=spf1 ip4:192.0.2.25 mx ~all\"", console.Error, StringComparison.Ordinal);
        Assert.Contains("The name servers of example.com could not be found", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--publish", "zonefile", "--publish")]
    [InlineData("--timeout", "soon", "is no span of time")]
    public void Wrong_values_are_told(string option, string value, string message)
    {
        var (status, console) = Run(Closed, option, value);

        Assert.Equal(2, status);
        Assert.Contains(message, console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1.5h", 5400)]
    [InlineData("2d", 172800)]
    [InlineData("0s", 0)]
    [InlineData("h", 0)]
    [InlineData("5", 0)]
    [InlineData("-5m", 0)]
    [InlineData("9999999d", 0)]
    [InlineData("NaNs", 0)]
    public void Spans_of_time(string text, int seconds)
    {
        Assert.Equal(seconds > 0, DurationArgument.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    private (int Status, TestConsole Console) Run(string zone, params string[] args)
    {
        var console = new TestConsole();
        var status = console.Run(["check", "example.com", "--lang", "en", "--ip", "192.0.2.25", "--return-path", "example.com", "--resolver", "none", "--zone", _folder.Write("zone", zone), .. args]);
        return (status, console);
    }
}
