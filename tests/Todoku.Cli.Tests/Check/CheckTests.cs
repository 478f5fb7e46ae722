using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Todoku.Diagnosis.Checks.Hosts;

namespace Todoku.Cli.Tests.Check;

/// <summary>Whose mail <c>todoku check</c> looks at, and what it says of it; DNS is one zone file.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Zone = """
        $ORIGIN .
        $TTL 3600
        example.com MX 10 mail.example.com.
        example.com TXT "v=spf1 ip4:192.0.2.25 -all"
        mail.example.com A 192.0.2.25
        25.2.0.192.in-addr.arpa PTR mail.example.com.
        """;

    private const string Postfix = "myhostname = mail.example.com\nmyorigin = example.com\nsmtp_helo_name = mail.example.com\ninet_protocols = ipv4\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_domain_the_host_tells_it()
    {
        using var json = Run(new Host(Postfix, "192.0.2.25"));

        var subject = json.RootElement.GetProperty("subject");
        Assert.Equal("example.com", subject.GetProperty("domain").GetString());
        Assert.Equal("192.0.2.25", subject.GetProperty("addresses")[0].GetString());
        Assert.Equal("mail.example.com", subject.GetProperty("helo").GetString());
        Assert.Equal(["postconf", "interface", "postconf"], subject.GetProperty("origins").EnumerateObject().Select(origin => origin.Value.GetString()));
        Assert.Equal("leads-back", Outcome(json, "helo"));
        Assert.Equal("confirmed", Outcome(json, "ptr-forward"));
    }

    [Theory]
    [InlineData("example.com", true)]
    [InlineData("example.net", false)]
    public void A_foreign_domain_gets_nothing_of_the_host(string domain, bool isOwn)
    {
        using var json = Run(new Host(Postfix, "192.0.2.25"), domain);

        Assert.Equal(isOwn, json.RootElement.GetProperty("subject").TryGetProperty("helo", out _));
        Assert.Equal(isOwn ? "named" : "no-address", Outcome(json, "ptr"));
    }

    [Fact]
    public void The_host_can_be_kept_out()
    {
        using var json = Run(new Host(Postfix, "192.0.2.25"), "example.com", "--no-host");

        Assert.Equal("no-address", Outcome(json, "ptr"));
    }

    [Theory]
    [InlineData("en", "? example.com: nothing can be said, DNS gave no answer", "points are not known: DNS gave no answer")]
    [InlineData("ja", "? example.com: DNSの応答がなく、判定できませんでした", "項目を確認できませんでした")]
    public void Without_DNS_nothing_is_well_and_it_is_said_once(string language, string headline, string once)
    {
        var console = new TestConsole();

        Assert.Equal(3, console.Run("--lang", language, "check", "example.com", "--ip", "192.0.2.25", "--resolver", "none", "--no-host"));
        Assert.StartsWith(headline, console.Output, StringComparison.Ordinal);
        Assert.Contains(once, console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Spamhaus", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--provider can't be 'gogle'. Write one of: google, yahoo, microsoft", 2, "--provider", "gogle")]
    [InlineData("--zone '/no/such.zone': no such file. Check the path.", 3, "--zone", "/no/such.zone")]
    public void A_mistake_is_told(string message, int status, string option, string value)
    {
        var console = new TestConsole();

        Assert.Equal(status, console.Run("check", "example.com", "--lang", "en", "--resolver", "none", "--no-host", option, value));
        Assert.Contains(message, console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inner_address_is_not_taken_for_the_sending_one()
    {
        using var json = Run(new Host(Postfix, "10.0.0.5"));

        Assert.Equal("no-address", Outcome(json, "ptr"));
    }

    [Fact]
    public void Asking_outsiders_is_said_and_fails_softly()
    {
        var console = new TestConsole { Host = new Host(Postfix, "10.0.0.5") };

        console.Run("check", "--lang", "en", "--resolver", "none", "--ask-address");

        Assert.Contains("asking resolver1.opendns.com, ns1.google.com", console.Error, StringComparison.Ordinal);
        Assert.Contains("not known", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Sends from: 192.0.2.25 (this host's network settings)", "HELO name: mail.example.com (from postconf)")]
    [InlineData("ja", "192.0.2.25（このホストのネットワーク設定による）", "mail.example.com（postconfによる）")]
    public void Says_where_each_value_comes_from(string language, string address, string helo)
    {
        var console = new TestConsole { Host = new Host(Postfix, "192.0.2.25"), Width = 120 };

        console.Run("check", "--lang", language, "--resolver", "none", "--zone", ZoneFile());

        Assert.Contains(address, console.Output, StringComparison.Ordinal);
        Assert.Contains(helo, console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "✗ 日本語.jp (xn--wgv71a119e.jp): ", "? Whether mail of 日本語.jp (xn--wgv71a119e.jp)")]
    [InlineData("ja", "✗ 日本語.jp (xn--wgv71a119e.jp): ", "日本語.jp (xn--wgv71a119e.jp) のDKIM署名を確認できません")]
    public void An_internationalized_domain_is_shown_in_its_letters_and_asked_for_in_ASCII(string language, string headline, string title)
    {
        var console = new TestConsole { Width = 120 };

        console.Run("check", "日本語.jp", "--lang", language, "--resolver", "none", "--no-host", "--zone", _folder.Write("zone", "xn--wgv71a119e.jp.\t60 IN A 192.0.2.1\n*.xn--wgv71a119e.jp. 60 IN A 192.0.2.1\n"));

        Assert.Contains(headline, console.Output, StringComparison.Ordinal);
        Assert.Contains(title, console.Output, StringComparison.Ordinal);
        // What is copied stays.
        Assert.Contains("_dmarc.xn--wgv71a119e.jp. IN TXT", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_domain_anywhere_the_arguments_are_wrong()
    {
        var console = new TestConsole();

        Assert.Equal(2, console.Run("check", "--lang", "en"));
        Assert.Contains("No domain is given", console.Error, StringComparison.Ordinal);
    }

    private JsonDocument Run(IHost host, params string[] args)
    {
        var console = new TestConsole { Host = host };
        console.Run(["check", "--json", "--resolver", "none", "--zone", ZoneFile(), .. args]);
        return JsonDocument.Parse(console.Output);
    }

    private string ZoneFile() => _folder.Write("zone", Zone);

    private static string? Outcome(JsonDocument json, string check) =>
        json.RootElement.GetProperty("checks").EnumerateArray().First(result => result.GetProperty("check").GetString() == check).GetProperty("outcome").GetString();

    private sealed class Host(string postconf, string address) : IHost
    {
        public Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) => Task.FromResult<string?>(postconf);

        public string? ReadText(string path) => null;

        public IPAddress? SourceAddress(AddressFamily family) => IPAddress.Parse(address) is var ours && ours.AddressFamily == family ? ours : null;
    }
}
