using System.CommandLine;
using System.Text;
using System.Text.Json;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Cli.Tests.Dns;

public sealed class DnsOptionsTests
{
    private readonly StringWriter _error = new();

    [Theory]
    [InlineData("--resolver nonsense", "--resolver 'nonsense' is not a resolver.")]
    [InlineData("--resolver none --resolver 192.0.2.53", "don't go together")]
    public void Wrong_resolvers_are_told(string args, string message) =>
        Assert.Contains(message, Assert.Throws<UsageException>(() => Open(CliTexts.English, args.Split(' '))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_zone_file_is_told() =>
        Assert.Contains("--zone '/no/such.zone'", Assert.Throws<UnreadableException>(() => Open(CliTexts.English, "--zone", "/no/such.zone")).Message, StringComparison.Ordinal);

    [Fact]
    public void Something_to_know_of_a_zone_file_goes_to_standard_error()
    {
        using var folder = new TemporaryFolder();
        Open(CliTexts.English, "--resolver", "none", "--zone", folder.Write("x.zone", "a.example. TXT v=DKIM1; p=ABC\n"));

        Assert.Contains("x.zone:1: the text ends at 'v=DKIM1'", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_problem_and_failure_has_its_words(bool isJapanese)
    {
        var texts = isJapanese ? CliTexts.Japanese.Dns : CliTexts.English.Dns;

        Assert.All(Enum.GetValues<ZoneProblem>(), problem => Assert.StartsWith("--zone f:7", texts.BadZone(new ZoneFileException("f", 7, problem, "x", "")), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ZoneNoticeKind>(), kind => Assert.StartsWith("f:7", texts.ZoneNotice(new ZoneNotice("f", 7, kind, "x")), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<DnsFailure>(), failure => Assert.NotEmpty(texts.Failure(failure)));
    }

    [Fact]
    public async Task A_trace_shows_every_question()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("x.zone", "$ORIGIN example.com.\n@ 600 TXT \"v=spf1 \\027[31m -all\"\nwww 60 CNAME host\nhost 600 A 192.0.2.1\n");
        var run = Open(CliTexts.English, "--trace", "--resolver", "none", "--zone", path).Begin();
        await run.Resolver.AskAsync(DomainName.Parse("example.com"), DnsRecordType.TXT, CancellationToken.None);
        await run.Resolver.AskAsync(DomainName.Parse("www.example.com"), DnsRecordType.A, CancellationToken.None);
        await run.Resolver.AskAsync(DomainName.Parse("example.com"), DnsRecordType.MX, CancellationToken.None);
        await run.Resolver.AskAsync(DomainName.Parse("example.org"), DnsRecordType.A, CancellationToken.None);

        var canvas = new TextCanvas(new ReportLayout { Width = 500 });
        run.WriteTrace(canvas);
        var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            run.WriteTrace(writer);
            writer.WriteEndObject();
        }

        Assert.Equal(
            $"""

            Questions to DNS
              TXT example.com
                "v=spf1 \027[31m -all"
                {path}, 0 ms, TTL 600 s
              A www.example.com
                over CNAME: host.example.com
                192.0.2.1
                {path}, 0 ms, TTL 60 s
              MX example.com
                no record of this type
                {path}, 0 ms, TTL 0 s
              A example.org
                no such name (NXDOMAIN)
                {path}, 0 ms, TTL 0 s

            """,
            canvas.ToString());
        Assert.Equal(
            $$"""
            {"trace":[
            {"name":"example.com","type":"TXT","answer":"found","records":["\u0022v=spf1 \\027[31m -all\u0022"],"aliases":[],"authenticated":false,"ttl":600,"server":"{{path}}","cached":false,"ms":0},
            {"name":"www.example.com","type":"A","answer":"found","records":["192.0.2.1"],"aliases":["host.example.com"],"authenticated":false,"ttl":60,"server":"{{path}}","cached":false,"ms":0},
            {"name":"example.com","type":"MX","answer":"nodata","ttl":0,"server":"{{path}}","cached":false,"ms":0},
            {"name":"example.org","type":"A","answer":"nxdomain","ttl":0,"server":"{{path}}","cached":false,"ms":0}]}
            """.Replace("\n", "", StringComparison.Ordinal),
            Encoding.UTF8.GetString(json.ToArray()));
    }

    [Fact]
    public void Without_the_option_there_is_no_trace()
    {
        var canvas = new TextCanvas(new ReportLayout());
        Open(CliTexts.English, "--resolver", "none").Begin().WriteTrace(canvas);

        Assert.Empty(canvas.ToString());
    }

    private DnsAccess Open(CliTexts texts, params string[] args)
    {
        var command = new Command("spf");
        var options = new DnsOptions(texts);
        options.AddTo(command);
        return options.Open(command.Parse(args), new CliConsole
        {
            OpenInput = () => Stream.Null,
            Output = Stream.Null,
            Error = _error,
            Environment = new Dictionary<string, string>(),
            Time = new StandingClock(),
        });
    }

    private sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
