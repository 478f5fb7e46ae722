using System.Net;
using Todoku.Knowledge;
using Todoku.Sandbox.Scenarios;

namespace Todoku.Sandbox.Tests.Scenarios;

/// <summary>Scenario files, right and wrong.</summary>
public sealed class ScenarioReaderTests
{
    [Fact]
    public void Reads_all_that_a_world_has()
    {
        var scenario = Read("""
            [sandbox]
            seed = 7
            begins = "2026-11-25T10:00:00+09:00"
            [dns]
            listen = "127.0.0.1:0"
            ttl = "5s"
            [smtp]
            port = 0
            [http]
            [[zone]]
            name = "customer.example"
            records = '''
            @ TXT "v=spf1 -all"
            '''
            [[blocklist]]
            zone = "zen.spamhaus.org"
            listed = ["192.0.2.0/24", "2001:db8::/32"]
            code = "127.0.0.3"
            [[host]]
            address = "192.0.2.10"
            name = "web1.hosting.example"
            from = "127.0.1.10"
            reputation = 10
            [[provider]]
            profile = "google"
            host = "gmail-smtp-in.l.google.com"
            address = "127.0.2.1"
            domains = ["gmail.com", "shop.example"]
            [[event]]
            at = "10:02"
            do = "list"
            network = "198.51.100.0/24"
            blocklist = "zen.spamhaus.org"
            [[event]]
            after = "1h30m"
            do = "publish"
            records = "customer.example. TXT \"v=spf1 ip4:192.0.2.10 -all\""
            [[event]]
            after = "30s"
            do = "down"
            provider = "gmail-smtp-in.l.google.com"
            """);

        Assert.Equal((7, TimeSpan.FromSeconds(5), 0), (scenario.Seed, scenario.TimeToLive, scenario.SmtpPort));
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 8025), scenario.Http);
        Assert.Equal(["customer.example SOA", "customer.example TXT"], Assert.Single(scenario.Zones).Records.Select(record => $"{record.Owner} {record.Type}"));
        Assert.Equal(["192.0.2.0/24 127.0.0.3", "2001:db8::/32 127.0.0.3"], Assert.Single(scenario.Blocklists).Listed.Select(one => $"{one.Network} {one.Code}"));
        Assert.Equal(("192.0.2.10", "web1.hosting.example", "127.0.1.10", true, 10), Assert.Single(scenario.Hosts) is var host ? (host.Address.ToString(), host.Name?.ToString(), host.From?.ToString(), host.HasForward, host.Reputation) : default);
        Assert.Equal(["gmail.com", "shop.example"], Assert.Single(scenario.Providers).Domains.Select(domain => domain.ToString()));
        Assert.Equal(
            [(TimeSpan.FromSeconds(30), "Switch"), (TimeSpan.FromMinutes(2), "List"), (TimeSpan.FromMinutes(90), "Publish")],
            scenario.Events.Select(one => (one.After, one.Change.GetType().Name)));
    }

    [Fact]
    public void Tells_all_errors_at_once_with_their_lines()
    {
        const string Text = """
            [sandbox]
            seed = "one"
            sed = 1
            [dns]
            ttl = "soon"
            [[zone]]
            name = "customer.example"
            records = '''
            @ TXT "open
            '''
            [[blocklist]]
            zone = "zen.spamhaus.org"
            listed = ["192.0.2.0/33"]
            [[provider]]
            profile = "gogle"
            host = "mx.google.com"
            [[event]]
            at = "10:02"
            do = "list"
            network = "192.0.2.0/24"
            blocklist = "zen.spamhaus.com"
            """;

        var problems = Problems(Text, Language.English);

        Assert.Equal(
            [
                "x.toml:2: 'seed' holds another kind of value: write seed = 1",
                "x.toml:3: [sandbox] takes no 'sed': did you mean 'seed'?",
                "x.toml:5: 'ttl' is \"soon\": write one such as \"0s\"",
                "x.toml:9: a quote is not closed: \"open",
                "x.toml:13: 'listed' is \"192.0.2.0/33\": write one such as \"192.0.2.0/24\"",
                "x.toml:14: [[provider]] has no 'address': write address = \"127.0.2.1\"",
                "x.toml:14: [[provider]] has no 'domains': write domains = [\"gmail.com\"]",
                "x.toml:15: 'profile' is \"gogle\": did you mean \"google\"?",
                "x.toml:18: [sandbox] has no 'begins': write begins = \"2026-11-25T10:00:00+09:00\"",
                "x.toml:21: there is no [[blocklist]] zen.spamhaus.com in this file: write one of zen.spamhaus.org",
            ],
            problems);
        Assert.Equal(problems.Count, Problems(Text, Language.Japanese).Count);
        Assert.Contains("x.toml:3: [sandbox] に「sed」という項目はありません。「seed」ではありませんか", Problems(Text, Language.Japanese));
    }

    [Fact]
    public void Reads_whose_dns_providers_ask_and_where_they_listen()
    {
        var scenario = Read("""
            [dns]
            resolver = ["192.0.2.53", "[2001:db8::53]:5353", "2001:db8::54"]
            [[blocklist]]
            zone = "bl.example"
            [[host]]
            address = "192.0.2.10"
            reputation = 10
            [[provider]]
            profile = "google"
            host = "gmail-smtp-in.l.google.com"
            address = ["192.0.2.25", "2001:db8::25"]
            domains = ["gmail.com"]
            """);

        Assert.Null(scenario.Dns);
        Assert.Equal(["192.0.2.53:53", "[2001:db8::53]:5353", "[2001:db8::54]:53"], scenario.Resolvers.Select(one => one.ToString()));
        Assert.Equal(["192.0.2.25", "2001:db8::25"], Assert.Single(scenario.Providers).Addresses.Select(one => one.ToString()));
        Assert.Equal("127.0.0.1:5353", Read("[[provider]]\nprofile = \"google\"\nhost = \"mx.google.com\"\naddress = \"127.0.2.1\"\ndomains = [\"gmail.com\"]\n").Dns?.ToString());
    }

    [Fact]
    public void What_a_resolver_says_can_t_be_said_beside_it()
    {
        const string Text = """
            [dns]
            resolver = "192.0.2.53"
            listen = "127.0.0.1:5353"
            ttl = "0s"
            [[zone]]
            name = "customer.example"
            records = "@ A 192.0.2.1"
            [[blocklist]]
            zone = "bl.example"
            listed = ["192.0.2.0/24"]
            [[host]]
            address = "192.0.2.10"
            name = "web1.hosting.example"
            forward = true
            [[provider]]
            profile = "google"
            host = "mx.google.com"
            address = ["192.0.2.25", "192.0.2.25"]
            domains = ["gmail.com"]
            [[event]]
            after = "1h"
            do = "list"
            network = "192.0.2.0/24"
            blocklist = "bl.example"
            """;

        var problems = Problems(Text, Language.English);

        Assert.Equal([3, 4, 5, 10, 13, 14, 18, 22], problems.Select(problem => int.Parse(problem.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(
            "x.toml:10: [dns] names a resolver, and what DNS says comes from there alone: take 'listed' out, or take resolver out and let the sandbox have a DNS of its own", problems[3]);
        Assert.Contains("take do = \"list\" out", problems[^1], StringComparison.Ordinal);
        Assert.Contains("サンドボックス自身のDNS", Problems(Text, Language.Japanese)[0], StringComparison.Ordinal);
        Assert.Contains("'resolver' is \"ns1\"", Problems(Text.Replace("192.0.2.53", "ns1", StringComparison.Ordinal), Language.English)[0], StringComparison.Ordinal);
        Assert.Contains("write resolver = ", Problems(Text.Replace("\"192.0.2.53\"", "[]", StringComparison.Ordinal), Language.English)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("certificate = \"none.pem\"", "no certificate and private key can be read from these PEM files: ")]
    [InlineData("key = \"none.pem\"", "[smtp] has no 'certificate'")]
    [InlineData("tls = false\ncertificate = \"none.pem\"", "a certificate is of no use with tls = false")]
    public void A_certificate_that_can_t_be_used_is_told(string lines, string words) =>
        Assert.Contains(Problems($"[smtp]\n{lines}\n", Language.English), problem => problem.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void A_world_without_a_provider_is_none() => Assert.Contains("there is no [[provider]]", Assert.Single(Problems("[sandbox]\nseed = 1\n", Language.English)), StringComparison.Ordinal);

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1h30m", 5400)]
    [InlineData("2d", 172_800)]
    [InlineData("0s", 0)]
    public void Reads_times(string text, int seconds) => Assert.Equal((true, TimeSpan.FromSeconds(seconds)), (Values.TryDuration(text, out var time), time));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5x")]
    [InlineData("99999999999s")]
    [InlineData("9999d")]
    public void Takes_no_other_words_for_times(string text) => Assert.False(Values.TryDuration(text, out _));

    private static Scenario Read(string text) => Assert.IsType<ScenarioOutcome.Read>(ScenarioReader.Parse(text, "x.toml", Language.English)).Scenario;

    private static List<string> Problems(string text, Language language) =>
        [.. Assert.IsType<ScenarioOutcome.Wrong>(ScenarioReader.Parse(text, "x.toml", language)).Problems.Select(problem => problem.ToString())];
}
