using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Todoku.Diagnosis.Checks.Hosts;

namespace Todoku.Cli.Tests.Check;

/// <summary>Where <c>todoku check</c> takes DKIM selectors from: messages, logs, DNS.</summary>
public sealed class SelectorSourceTests : IDisposable
{
    private const string Key = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private const string Zone = $"""
        $ORIGIN .
        $TTL 3600
        example.com MX 1 aspmx.l.google.com.
        example.com TXT "v=spf1 include:_spf.google.com -all"
        google._domainkey.example.com TXT "{Key}"
        s1._domainkey.example.com TXT "{Key}"
        """;

    private const string Mail = """
        Return-Path: <bounce@example.com>
        Received: from mail.example.com (mail.example.com [192.0.2.25]) by mx.google.com with ESMTPS; Tue, 19 May 2026 03:00:00 +0000
        DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s1; h=from; bh=aGFzaA==; b=c2ln
        From: info@example.com

        Hello

        """;

    private const string Log = """
        May 19 10:40:00 mail opendkim[9]: 4F00A10000: DKIM-Signature field added (s=s2, d=example.com)
        May 19 10:40:01 mail postfix/smtp[9]: 4F00A10000: to=<b@example.net>, relay=mx.example.net[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok)

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_a_mail()
    {
        using var json = Json(new TestConsole(), "example.com", "--mail", _folder.Write("a.eml", Mail));

        Assert.Equal("s1 message", Selectors(json));
        Assert.Equal("published", Outcome(json, "dkim"));
        var subject = json.RootElement.GetProperty("subject");
        Assert.Equal(("192.0.2.25", "mail.example.com"), (subject.GetProperty("addresses")[0].GetString(), subject.GetProperty("helo").GetString()));
        Assert.Equal("message", subject.GetProperty("origins").GetProperty("return_path_domain").GetString());
    }

    [Fact]
    public void A_mail_tells_the_domain_too()
    {
        using var json = Json(new TestConsole { Input = System.Text.Encoding.UTF8.GetBytes(Mail) }, "--mail", "-");

        Assert.Equal("example.com", json.RootElement.GetProperty("subject").GetProperty("domain").GetString());
    }

    [Fact]
    public void Of_a_mailbox()
    {
        var mbox = $"From a@b Tue May 19 03:00:00 2026\n{Mail}\nFrom a@b Tue May 19 04:00:00 2026\n{Mail.Replace("s=s1", "s=s3", StringComparison.Ordinal)}";
        using var json = Json(new TestConsole(), "example.com", "--mail", _folder.Write("box", mbox));

        Assert.Equal("s1 message, s3 message", Selectors(json));
        Assert.Equal("missing", Outcomes(json, "dkim").Last());
    }

    [Fact]
    public void Of_a_log()
    {
        using var json = Json(new TestConsole(), "example.com", "--log", _folder.Write("mail.log", Log));

        Assert.Equal("s2 log", Selectors(json));
        Assert.Equal("missing", Outcome(json, "dkim"));
    }

    [Fact]
    public void Of_the_hosts_own_log_for_whatever_domain_it_signs()
    {
        using var json = Json(new TestConsole { Host = new Host(), OwnLog = Log }, "example.com");

        Assert.Equal("s2 log", Selectors(json));
        Assert.Equal("mail.hosting.example", json.RootElement.GetProperty("subject").GetProperty("helo").GetString());
    }

    [Theory]
    [InlineData("--no-host", null)]
    [InlineData("--selector", "s1")]
    public void The_own_log_is_left_alone_when_it_is_not_wanted(string option, string? value)
    {
        using var json = Json(new TestConsole { Host = new Host(), OwnLog = Log }, ["example.com", option, .. value is null ? (string[])[] : [value]]);

        Assert.DoesNotContain("log", Selectors(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DNS()
    {
        using var json = Json(new TestConsole(), "example.com", "--no-host");

        Assert.Equal("google dns", Selectors(json));
        Assert.Equal("Google Workspace", json.RootElement.GetProperty("subject").GetProperty("selectors")[0].GetProperty("service").GetString());
        Assert.Equal("published", Outcome(json, "dkim"));
    }

    [Theory]
    [InlineData("en", "DKIM selectors: google (a key of Google Workspace, which MX or SPF names)")]
    [InlineData("ja", "google（MXまたはSPFにあるGoogle Workspaceの鍵）")]
    public void It_is_said_where_they_come_from(string language, string expected)
    {
        var console = new TestConsole { Width = 120 };

        console.Run("check", "example.com", "--lang", language, "--no-host", "--resolver", "none", "--zone", ZoneFile());

        Assert.Contains(expected, console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "--mail: no message is from example.net (From: example.com)")]
    [InlineData("ja", "--mail: example.net から送られたメールがないため")]
    public void Mail_of_others_is_said(string language, string expected)
    {
        var console = new TestConsole();

        console.Run("check", "example.net", "--lang", language, "--no-host", "--resolver", "none", "--mail", _folder.Write("a.eml", Mail));

        Assert.Contains(expected, console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_the_domain_is_said()
    {
        var console = new TestConsole();

        console.Run("check", "example.net", "--lang", "en", "--resolver", "none", "--log", _folder.Write("mail.log", Log));

        Assert.Contains("--log: no DKIM signature of example.net is in the log.", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "no such file", "--mail", "/no/such.eml")]
    [InlineData(3, "/no/such.log", "--log", "/no/such.log")]
    [InlineData(3, "is empty", "--mail", "EMPTY")]
    [InlineData(3, "1 lines, but", "--log", "TEXT")]
    [InlineData(2, "--mail -", "--mail", "-", "--log", "-")]
    public void What_can_not_be_read_is_said(int status, string message, params string[] args)
    {
        var console = new TestConsole();
        var (empty, text) = (_folder.Write("empty", ""), _folder.Write("text", "hello\n"));

        Assert.Equal(status, console.Run(["check", "example.com", "--lang", "en", "--resolver", "none", .. args.Select(arg => arg switch { "EMPTY" => empty, "TEXT" => text, _ => arg })]));
        Assert.Contains(message, console.Error, StringComparison.Ordinal);
    }

    private JsonDocument Json(TestConsole console, params string[] args)
    {
        console.Run(["check", "--json", "--resolver", "none", "--zone", ZoneFile(), .. args]);
        return JsonDocument.Parse(console.Output);
    }

    private string ZoneFile() => _folder.Write("zone", Zone);

    private static string Selectors(JsonDocument json) => string.Join(", ",
        json.RootElement.GetProperty("subject").GetProperty("selectors").EnumerateArray().Select(one => $"{one.GetProperty("selector").GetString()} {one.GetProperty("origin").GetString()}"));

    private static string? Outcome(JsonDocument json, string check) => Outcomes(json, check).First();

    private static IEnumerable<string?> Outcomes(JsonDocument json, string check) =>
        json.RootElement.GetProperty("checks").EnumerateArray().Where(result => result.GetProperty("check").GetString() == check).Select(result => result.GetProperty("outcome").GetString());

    private sealed class Host : IHost
    {
        public Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
            Task.FromResult<string?>("myhostname = mail.hosting.example\nmyorigin = hosting.example\n");

        public string? ReadText(string path) => null;

        public IPAddress? SourceAddress(AddressFamily family) => null;
    }
}
