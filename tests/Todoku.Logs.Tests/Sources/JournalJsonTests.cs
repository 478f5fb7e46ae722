using System.Text;
using Todoku.Logs.Sources;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Tests.Sources;

/// <summary>All JSON outputs of journalctl tell the same.</summary>
public class JournalJsonTests
{
    private const string First =
        "2026-06-03T08:40:57.278Z delivered message=1 host=mail instance=postfix qid=15C904A3824 to=<a@example.com> relay=mx.example.com ip=192.0.2.1 port=25 delay=1 said: 250 {ok}";

    private const string Second =
        "2026-06-03T08:40:58.278Z delivered message=2 host=mail instance=postfix qid=15C904A3825 to=<b@example.com> relay=mx.example.com ip=192.0.2.1 port=25 delay=1 said: 250 ok";

    public static TheoryData<string> Forms() =>
    [
        Object(0, "\n", "\t") + "\n" + Object(1, "\n", "\t") + "\n",
        Object(0, "\r\n", "  ") + "\r\n" + Object(1, "\r\n", "  ") + "\r\n",
        "data: " + Object(0, "", " ") + "\n\ndata: " + Object(1, "", " ") + "\n\n",
        "\u001e" + Object(0, "", " ") + "\n\u001e" + Object(1, "", " ") + "\n",
        "{\n\t\"MESSAGE\" : \"cut\",\n\t\"_PID\" : [\n" + Object(0, "\n", "\t") + "\n" + Object(1, "\n", "\t") + "\n",
        "{\n\t\"MESSAGE\" : \"cut in a str\n" + Object(0, "\n", "\t") + "\n" + Object(1, "\n", "\t") + "\n",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_form_is_read(string text)
    {
        Assert.Equal([First, Second], Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Equal([First, Second], Read(new TricklingStream(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void A_file_is_found_and_read_too()
    {
        using var folder = new TempFolder();
        var path = folder.Write("journal.json", Object(0, "\n", "\t") + "\n" + Object(1, "\n", "\t") + "\n");

        Assert.Equal([First, Second], MemoryLog.Read(new LogDiscovery(TimeProvider.System, TimeZoneInfo.Utc).Find([path])).Lines);
    }

    [Theory]
    [InlineData("""{"message":"MESSAGE","@timestamp":"2026-06-03T08:40:57Z","program":"postfix/smtp","pid":"97","host":"192.0.2.9","logsource":"mail"}""")]
    [InlineData("""{"message":"MESSAGE","@timestamp":"2026-06-03T08:40:57Z","program":"postfix/smtp","pid":"97","host":"mail"}""")]
    [InlineData("""{"message":"MESSAGE","@timestamp":"2026-06-03T08:40:57Z","program":"postfix/smtp","pid":"97","host":{"name":"mail"}}""")]
    [InlineData("""{"message":"MESSAGE","@timestamp":"2026-06-03T08:40:57Z","program":"postfix/smtp","pid":"97","host":{"ip":"192.0.2.9","hostname":"mail"}}""")]
    [InlineData("""{"message":"MESSAGE","@timestamp":"2026-06-03T08:40:57Z","program":"postfix/smtp","pid":"97","host.name":"mail"}""")]
    [InlineData("""{"message":"MESSAGE","@timestamp":"2026-06-03T08:40:57Z","program":"postfix/smtp","pid":"97","host.hostname":"mail"}""")]
    [InlineData("""{"message":"MESSAGE","@timestamp":"2026-06-03T08:40:57Z","process":{"name":"postfix/smtp","pid":97},"host":{"hostname":"mail"}}""")]
    public void Logstash_names_the_host(string line)
    {
        var text = line.Replace("MESSAGE", "15C904A3824: to=<a@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)", StringComparison.Ordinal);

        Assert.Contains(" host=mail ", Assert.Single(MemoryLog.Read(text + "\n").Lines), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Read(Stream input)
    {
        var file = new LogFile("journal", MemoryLog.Written, -1, () => LogOpener.OpenStream("journal", input));
        return MemoryLog.Read(new LogPlan([new LogChain([file])], [])).Lines;
    }

    private static string Object(int number, string lineEnd, string indent)
    {
        var reply = number == 0 ? "250 {ok}" : "250 ok";
        string[] members =
        [
            "\"__REALTIME_TIMESTAMP\" : \"" + (1780476057278000 + (number * 1_000_000)) + "\"",
            "\"_HOSTNAME\" : \"mail\"",
            "\"PRIORITY\" : [" + lineEnd + indent + indent + "\"6\"," + lineEnd + indent + indent + "\"5\"" + lineEnd + indent + "]",
            "\"SYSLOG_IDENTIFIER\" : \"postfix/smtp\"",
            "\"MESSAGE\" : \"15C904A382" + (4 + number) + ": to=<" + (number == 0 ? 'a' : 'b') + "@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (" + reply + ")\"",
        ];
        return "{" + lineEnd + indent + string.Join("," + lineEnd + indent, members) + lineEnd + "}";
    }
}
