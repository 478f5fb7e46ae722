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

    private const string Mail = "From: A <a@example.com>\r\nSubject: x\r\n\r\nText.\r\n";

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
    [InlineData("en", "SPF pass: ")]
    [InlineData("ja", "SPF pass：")]
    public void Tells_a_person(string lang, string line)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(0, console.Run("message", folder.Write("m.eml", Mail), "--ip", "192.0.2.1", "--sender", "b@example.com",
            "--zone", folder.Write("example.zone", Zone), "--resolver", "none", "--lang", lang));
        Assert.StartsWith(line, console.Output, StringComparison.Ordinal);
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
    public void Refuses_wrong_arguments(int status, params string[] args)
    {
        using var folder = new TemporaryFolder();
        var console = new TestConsole();

        Assert.Equal(status, console.Run(["message", folder.Write("m.eml", Mail), .. args, "--resolver", "none"]));
        Assert.Contains("todoku message", console.Error, StringComparison.Ordinal);
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

    private static string? Result(JsonElement root, string method) => root.GetProperty(method).GetProperty("result").GetString();
}
