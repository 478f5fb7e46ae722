using System.Text;
using System.Text.Json;

namespace Todoku.Cli.Tests.Message;

public sealed class MessageCommandTests
{
    private const string Zone = """
        $ORIGIN example.com.
        @        IN TXT "v=spf1 ip4:192.0.2.1 -all"
        _dmarc   IN TXT "v=DMARC1; p=reject; pct=50; sp=\027[31mbogus; rua=mailto:a@example.com"

        """;

    private const string Mail =
        "From: A <a@example.com>\r\nTo: b@example.net\r\nDate: Wed, 20 May 2026 11:59:00 +0000\r\nMessage-ID: <1@example.com>\r\nSubject: x\r\n\r\nText.\r\n";

    [Theory]
    [InlineData("192.0.2.1", 0, "pass", "pass")]
    [InlineData("2001:db8::1", 1, "fail", "fail")]
    public void Judges_a_message(string ip, int status, string spf, string dmarc)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(status, console.Run("message", folder.Write("m.eml", Mail), "--ip", ip, "--sender", "b@example.com", "--helo", "h.example.com",
            "--zone", folder.Write("example.zone", Zone), "--resolver", "none", "--json"));
        var root = JsonDocument.Parse(console.Output).RootElement;
        Assert.Equal((spf, dmarc, "none", 0), (Result(root, "spf"), Result(root, "dmarc"), Result(root, "arc"), root.GetProperty("dkim").GetArrayLength()));
        Assert.StartsWith("unknown;\r\n  spf=", root.GetProperty("authentication_results").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "SPF pass: ", "! m.eml: 2 warnings, 2 not known")]
    [InlineData("ja", "SPF pass：", "! m.eml: 注意2件、不明2件")]
    public void Tells_a_person(string lang, string line, string headline)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(0, console.Run("message", folder.Write("m.eml", Mail), "--ip", "192.0.2.1", "--sender", "b@example.com",
            "--zone", folder.Write("example.zone", Zone), "--resolver", "none", "--lang", lang, "--verbose"));
        Assert.StartsWith(headline, console.Output, StringComparison.Ordinal);
        Assert.Contains($"\n{line}", console.Output, StringComparison.Ordinal);
        Assert.Contains("DMARC: pass", console.Output, StringComparison.Ordinal);
        Assert.Contains("_dmarc.example.com", console.Output, StringComparison.Ordinal);
        // The record holds an escape.
        Assert.DoesNotContain('\e', console.Output);
    }

    [Theory]
    [InlineData(2, "--ip", "1")]
    [InlineData(2, "--ip", "192.0.2.1/32")]
    [InlineData(2, "--rfc", "1")]
    [InlineData(2, "--batch")]
    [InlineData(2, "--number", "0")]
    [InlineData(2, "--number", "1", "--all")]
    public void Refuses_wrong_arguments(int status, params string[] args)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(status, console.Run(["message", folder.Write("m.eml", Mail), .. args, "--resolver", "none"]));
        Assert.Contains("todoku message", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form-mail.eml", 1, "mail", "message-charset:mislabelled message-raw-headers:not-encoded message-dmarc:refused message-date:zone")]
    [InlineData("newsletter.eml", 0, "mail", "message-dkim:pass message-unsubscribe:one-click message-alignment:both message-parts:both")]
    [InlineData("bounce-postfix.eml", 1, "bounce", "message-notice:bounce message-headers:missing")]
    [InlineData("bounce-exchange.eml", 1, "bounce", "message-notice:bounce message-headers:complete")]
    [InlineData("complaint.eml", 1, "complaint", "message-notice:complaint message-unsubscribe:missing")]
    [InlineData("spoof.eml", 1, "mail", "message-repeated-headers:repeated message-dmarc:no-author message-links:shortener message-date:future")]
    public void Samples_are_judged(string name, int status, string kind, string outcomes)
    {
        var console = new TestConsole();

        Assert.Equal(status, console.Run("message", Sample(name), "--zone", Sample("hanako-shop.zone"), "--resolver", "none", "--json"));
        var root = JsonDocument.Parse(console.Output).RootElement;
        var found = root.GetProperty("checks").EnumerateArray().Select(check => $"{check.GetProperty("check").GetString()}:{check.GetProperty("outcome").GetString()}").ToArray();
        Assert.Equal(kind, root.GetProperty("kind").GetString());
        Assert.All(outcomes.Split(' '), outcome => Assert.Contains(outcome, found));
    }

    [Fact]
    public void A_bounce_is_explained()
    {
        var (text, json) = (new TestConsole(), new TestConsole());

        text.Run("message", Sample("bounce-postfix.eml"), "--resolver", "none");
        json.Run("message", Sample("bounce-postfix.eml"), "--resolver", "none", "--json");

        Assert.StartsWith("Not delivered to yamada.taro@gmail.com; gmail-smtp-in.l.google.com said so", text.Output, StringComparison.Ordinal);
        Assert.Contains("Rule: google.unauthenticated", text.Output, StringComparison.Ordinal);
        // The commands name the domain of the returned message, ready to be copied.
        Assert.Contains("dig +short TXT _dmarc.hanako-shop.example\n", text.Output, StringComparison.Ordinal);
        var recipient = JsonDocument.Parse(json.Output).RootElement.GetProperty("notice").GetProperty("recipients")[0];
        Assert.Equal(("unauthenticated", "google"), (recipient.GetProperty("cause").GetString(), recipient.GetProperty("provider").GetString()));
    }

    [Fact]
    public void Of_a_mailbox_the_first_message_is_taken_unless_told_otherwise()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("box", $"From a\n{Mail.Replace("\r\n", "\n", StringComparison.Ordinal)}\nFrom b\nSubject: only\n\nText.\n");
        var (first, second, all, none) = (new TestConsole(), new TestConsole(), new TestConsole(), new TestConsole());

        first.Run("message", file, "--resolver", "none", "--json");
        second.Run("message", file, "--resolver", "none", "--number", "2");
        all.Run("message", file, "--resolver", "none", "--all", "--json");

        Assert.Equal(1, JsonDocument.Parse(first.Output).RootElement.GetProperty("number").GetInt32());
        Assert.Contains("2 messages", first.Error, StringComparison.Ordinal);
        Assert.Contains("Missing from the header: From, Date, Message-ID", second.Output, StringComparison.Ordinal);
        Assert.Equal([1, 2], JsonDocument.Parse(all.Output).RootElement.GetProperty("messages").EnumerateArray().Select(one => one.GetProperty("number").GetInt32()));
        Assert.Equal(3, none.Run("message", file, "--resolver", "none", "--number", "3"));
        Assert.Contains("no message number 3; it holds 2", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_read()
    {
        var console = new TestConsole { Input = Encoding.ASCII.GetBytes(Mail), InputKind = Todoku.Cli.Terminal.StreamKind.Pipe };

        // No network: DMARC is not known.
        Assert.Equal(3, console.Run("message", "-", "--resolver", "none", "--json"));
        Assert.Equal("example.com", JsonDocument.Parse(console.Output).RootElement.GetProperty("from_domain").GetString());
    }

    [Fact]
    public void Without_any_network_nothing_is_called_a_problem()
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        var status = console.Run("message", folder.Write("m.eml", Mail), "--ip", "192.0.2.1", "--sender", "b@example.com", "--resolver", "none", "--json");

        Assert.Equal(3, status);
        Assert.Equal(0, JsonDocument.Parse(console.Output).RootElement.GetProperty("summary").GetProperty("problem").GetInt32());
    }

    [Fact]
    public void Says_when_the_file_is_not_there() => Assert.Equal(3, new TestConsole().Run("message", "/no/such.eml", "--resolver", "none"));

    [Fact]
    public void Answers_each_line_of_a_batch()
    {
        using var folder = new TemporaryFolder();
        var file = JsonSerializer.Serialize(folder.Write("m.eml", Mail));
        string[] lines =
        [
            $$"""{"id":1,"file":{{file}},"ip":"192.0.2.1","mailfrom":"b@example.com","helo":"x"}""",
            $$"""{"id":2,"file":{{file}},"ip":"192.0.2.2","sender":"b@example.com"}""",
            $$"""{"id":3,"file":{{file}},"ip":"bogus"}""",
            """{"id":4,"file":"/no/such.eml"}""",
        ];
        var console = new TestConsole { Input = Encoding.UTF8.GetBytes(string.Join('\n', lines)) };

        Assert.Equal(0, console.Run("message", "--batch", "--zone", folder.Write("example.zone", Zone), "--resolver", "none"));
        var answers = console.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["pass", "fail"], answers[..2].Select(answer => Result(answer, "dmarc")));
        Assert.All(answers[2..], answer => Assert.True(answer.TryGetProperty("error", out _)));
    }

    private static string Sample(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Todoku.slnx"))) return Path.Combine(folder.FullName, "samples", "messages", name);
        throw new DirectoryNotFoundException("The repository is not above the tests.");
    }

    private static string? Result(JsonElement root, string method) => root.GetProperty(method).GetProperty("result").GetString();
}
