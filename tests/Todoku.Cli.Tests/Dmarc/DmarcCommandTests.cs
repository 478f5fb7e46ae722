using System.Text;
using System.Text.Json;

namespace Todoku.Cli.Tests.Dmarc;

public sealed class DmarcCommandTests
{
    [Theory]
    [InlineData("--from", "example.com", "--spf", "bogus:example.com")]
    [InlineData("--from", "example.com", "--spf", "pass")]
    [InlineData("--from", "example.com", "--dkim", "pass:")]
    [InlineData("--from", "example.com", "--rfc", "822")]
    [InlineData("--spf", "pass:example.com")]
    [InlineData("--org", "a..b")]
    [InlineData("--org", "example.com", "--from", "example.com")]
    [InlineData("--batch", "--from", "example.com")]
    public void Refuses_wrong_arguments(params string[] args)
    {
        var console = new TestConsole();

        Assert.Equal(2, console.Run(["dmarc", .. args, "--resolver", "none"]));
        Assert.Contains("todoku dmarc", console.Error, StringComparison.Ordinal);
        Assert.Empty(console.Output);
    }

    [Fact]
    public void Says_when_DNS_does_not_answer()
    {
        var console = new TestConsole();

        Assert.Equal(3, console.Run("dmarc", "--from", "u@example.com", "--spf", "pass:u@example.com", "--resolver", "none", "--json"));
        using var json = JsonDocument.Parse(console.Output);
        Assert.Equal("temperror", json.RootElement.GetProperty("result").GetString());
        Assert.Equal("example.com", json.RootElement.GetProperty("from_domain").GetString());
        Assert.Equal(["_dmarc.example.com"], json.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("en", "Organisational domain of a.example.co.jp: example.co.jp")]
    [InlineData("ja", "a.example.co.jp の組織ドメイン：example.co.jp")]
    public void Finds_an_organisational_domain_by_the_list(string lang, string sentence)
    {
        var console = new TestConsole();

        Assert.Equal(0, console.Run("dmarc", "--org", "a.example.co.jp", "--rfc", "7489", "--resolver", "none", "--lang", lang));
        Assert.StartsWith("example.co.jp\n", console.Output, StringComparison.Ordinal);
        Assert.Contains(sentence, console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("co.jp", null)]
    [InlineData("www.食狮.com.cn", "食狮.com.cn")]
    [InlineData("WWW.Example.COM.", "example.com")]
    public void Gives_an_organisational_domain_as_it_was_written(string domain, string? expected)
    {
        var console = new TestConsole();

        console.Run("dmarc", "--org", domain, "--rfc", "7489", "--resolver", "none", "--json");

        using var json = JsonDocument.Parse(console.Output);
        Assert.Equal(expected, json.RootElement.GetProperty("result").GetString());
    }

    [Fact]
    public void Answers_each_line_of_a_batch()
    {
        string[] lines =
        [
            """{"id":1,"from":"a@x.example, b@y.example","spf":null,"dkim":[]}""",
            """{"id":2,"from_header":"u@[192.0.2.1]"}""",
            """{"id":3,"domain":"a.example.com"}""",
            """{"id":4}""",
            """{"id":5,"from":"u@x.example","spf":"pass"}""",
            """{"id":6,"from":"u@x.example","dkim":[{"domain":"x.example"}]}""",
            """{"id":7,"domain":"a b"}""",
        ];
        var console = new TestConsole { Input = Encoding.UTF8.GetBytes(string.Join('\n', lines)) };

        Assert.Equal(0, console.Run("dmarc", "--batch", "--rfc", "7489", "--resolver", "none"));
        var answers = console.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], answers.Select(answer => answer.GetProperty("id").GetInt32()));
        Assert.Equal(["none", "none", "example.com"], answers[..3].Select(answer => answer.GetProperty("result").GetString()));
        Assert.Equal("several", answers[0].GetProperty("from").GetString());
        Assert.All(answers[3..], answer => Assert.NotEqual("", answer.GetProperty("error").GetString()));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Nothing_hostile_reaches_the_terminal(string lang)
    {
        var console = new TestConsole();

        Assert.Equal(1, console.Run("dmarc", "--from", "\"\e[31m\u202e\" <a@x.example>, b@y.example", "--lang", lang));
        Assert.DoesNotContain('\e', console.Output);
        Assert.Contains("x.example", console.Output, StringComparison.Ordinal);
    }
}
