using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Cli.Commands;

namespace Todoku.Cli.Tests.Relay;

public sealed class RelayCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Says_all_errors_in_the_language_that_is_asked_for()
    {
        _folder.Write("relay.toml", "[relay]\nhostname = \"mail.example.com\"\n");

        var (status, console) = Run("", "--lang", "ja");

        Assert.Equal(ExitStatus.Findings, status);
        Assert.Contains("relay.toml:2: [relay] に「hostname」という項目はありません。", console.Output, StringComparison.Ordinal);
        Assert.EndsWith("誤り 3件\n", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_says_how_to_make_one()
    {
        var (status, console) = Run("", "--lang", "en");

        Assert.Equal(ExitStatus.Unreadable, status);
        Assert.Contains("todoku relay init", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_how_the_world_is()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var key = PrivateKey.CreateEd25519();
        using var other = PrivateKey.CreateEd25519();
        Key("s1.pem", key);
        Key("s2.pem", key);
        Key("s3.pem", key);
        _folder.Write("relay.toml", $"""
            [relay]
            host-name = "mail.example.com"
            data = "data"
            [[listen]]
            address = "127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"
            role = "trusted"
            trusted = ["127.0.0.1"]
            [[listen]]
            address = "192.0.2.77:25"
            role = "reception"
            [control]
            socket = "control.sock"
            [[sign]]
            domains = ["example.com"]
            selector = "s1"
            key = "s1.pem"
            [[sign]]
            domains = ["example.com"]
            selector = "s2"
            key = "s2.pem"
            [[sign]]
            domains = ["example.com"]
            selector = "s3"
            key = "s3.pem"
            [[path]]
            name = "one"
            kind = "direct"
            ipv4 = "192.0.2.1"
            ipv6 = "none"
            [[path]]
            name = "two"
            kind = "direct"
            ipv4 = "192.0.2.2"
            ipv6 = "none"
            [[path]]
            name = "three"
            kind = "direct"
            ipv4 = "192.0.2.3"
            ipv6 = "none"
            [bounces]
            domain = "bounces.example.com"
            """);
        var zone = $"""
            $ORIGIN example.com.
            $TTL 300
            mail A 192.0.2.1
            s1._domainkey TXT "{DkimKeyText.Value(key)}"
            s2._domainkey TXT "{DkimKeyText.Value(other)}"
            bounces MX 10 elsewhere
            1.2.0.192.in-addr.arpa. PTR mail.example.com.
            2.2.0.192.in-addr.arpa. PTR host2.example.net.
            """;

        var (status, console) = Run(zone, "--json");

        Assert.Equal(ExitStatus.Findings, status);
        using var json = JsonDocument.Parse(console.Output);
        var facts = json.RootElement.GetProperty("facts").EnumerateArray().Select(fact => (Status: fact.GetProperty("status").GetString(), Text: fact.GetProperty("message").GetString() ?? "")).ToArray();
        string? Status(string words) => Assert.Single(facts, fact => fact.Text.Contains(words, StringComparison.Ordinal)).Status;
        Assert.Equal("problem", Status("another program listens there"));
        Assert.Equal("problem", Status("this machine does not have the address"));
        Assert.Equal("fine", Status("the reverse name of 192.0.2.1 is mail.example.com"));
        Assert.Equal("problem", Status("the reverse name of 192.0.2.2 is host2.example.net, but EHLO says mail.example.com"));
        Assert.Equal("problem", Status("192.0.2.3 has no reverse name"));
        Assert.Equal("fine", Status("the key of s1._domainkey.example.com is published"));
        Assert.Equal("problem", Status("another key than the one in the file is published at s2._domainkey.example.com"));
        Assert.Equal("problem", Status($"the key of s3._domainkey.example.com is not published, so nobody can verify the signatures: publish\ns3._domainkey.example.com. IN TXT \"{DkimKeyText.Value(key)}\""));
        Assert.Equal("problem", Status("the MX of bounces.example.com is elsewhere.example.com"));
        Assert.Equal("fine", Status("data will be made at the first start"));
    }

    [Fact]
    public void Looks_at_the_file_alone_when_asked()
    {
        _folder.Write("relay.toml", """
            [relay]
            host-name = "mail.example.com"
            user = "nobody-of-that-name"
            [[listen]]
            address = "192.0.2.77:25"
            role = "reception"
            """);

        Assert.Equal(ExitStatus.Fine, Run("", "--syntax").Status);
        var (status, console) = Run("");
        Assert.Equal(ExitStatus.Findings, status);
        Assert.Contains("problem  there is no user nobody-of-that-name", console.Output, StringComparison.Ordinal);
    }

    private void Key(string name, PrivateKey key)
    {
        var path = _folder.Write(name, key.ToPem());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private (int Status, TestConsole Console) Run(string zone, params string[] more)
    {
        var console = new TestConsole();
        string[] language = more.Contains("--lang") ? [] : ["--lang", "en"];
        return (console.Run(["relay", "check", "--config", _folder["relay.toml"], "--resolver", "none", "--zone", _folder.Write("zone", zone), .. more, .. language]), console);
    }
}
