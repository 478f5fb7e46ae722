using Todoku.Cli.Queue;
using Todoku.Cli.Texts;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Tests.Queue;

public sealed class TraceTextTests
{
    private static readonly DateTimeOffset Began = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Shows_who_said_what_and_when()
    {
        var began = Began;
        var session = new TraceSession(began, "main", "mx.example.net[192.0.2.1]:25", ["ABC/1"], 3, [new(began, "server", "220 hello"), new(began.AddMilliseconds(1234), "client", "EHLO a\u001b[2J"), new(began, "event", "TLS")]);

        var text = new TraceText(CliTexts.English, TimeProvider.System).Of(new TraceAnswer([session], false));

        Assert.Contains("main -> mx.example.net[192.0.2.1]:25  (ABC/1)\n     0.000  S: 220 hello\n     1.234  C: EHLO a\\x1b[2J\n     0.000  -- TLS\n  (3 lines in the middle were not kept)\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "traces = true")]
    [InlineData(true, "is forgotten.\n")]
    public void Says_why_there_is_none(bool keepsAll, string words)
    {
        Assert.Contains(words, new TraceText(CliTexts.English, TimeProvider.System).Of(new TraceAnswer([], keepsAll)), StringComparison.Ordinal);
        Assert.Equal(!keepsAll, new TraceText(CliTexts.Japanese, TimeProvider.System).Of(new TraceAnswer([], keepsAll)).Contains("traces = true", StringComparison.Ordinal));
    }
}
