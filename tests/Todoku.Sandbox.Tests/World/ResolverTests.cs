using System.Net;
using Todoku.Sandbox.Scenarios;

namespace Todoku.Sandbox.Tests.World;

/// <summary>Providers that ask a DNS that is not the sandbox's: here the name server of another world.</summary>
public sealed class ResolverTests
{
    private const string Message = """
        From: info@customer.example
        To: tanaka@gmail.com
        Subject: hello

        hello
        """;

    private const string Names = """
        [[zone]]
        name = "customer.example"
        records = '''
        @ MX 10 mx
        @ TXT "v=spf1 ip4:192.0.2.10 -all"
        mx A 192.0.2.10
        '''
        [[zone]]
        name = "bl.spamcop.net"
        records = '''
        20.2.0.192 A 127.255.255.254
        30.2.0.192 A 127.0.0.99
        40.2.0.192 A 198.51.100.1
        50.2.0.192 A 127.0.0.2
        '''
        [[zone]]
        name = "bl.example"
        records = '''
        10.2.0.192 A 127.0.0.99
        20.2.0.192 A 127.255.255.254
        '''
        [[host]]
        address = "192.0.2.10"
        name = "web1.hosting.example"
        [[provider]]
        profile = "plain"
        host = "mx.customer.example"
        address = "127.0.2.40"
        domains = ["other.example"]
        """;

    private const string Hosts = """
        [[host]]
        address = "192.0.2.10"
        from = "127.0.1.10"
        [[host]]
        address = "192.0.2.11"
        from = "127.0.1.11"
        [[provider]]
        profile = "google"
        host = "gmail-smtp-in.l.google.com"
        address = ["127.0.2.41", "127.0.2.42"]
        domains = ["gmail.com"]
        """;

    [Fact]
    public async Task Names_and_policies_come_from_it_and_a_change_is_seen_at_once()
    {
        await using var names = await TestWorld.StartAsync(Names);
        await using var world = await TestWorld.StartAsync(Hosts, dns: $"resolver = \"{names.Server.Dns}\"");
        var port = world.Server.SmtpPort;
        Assert.Null(world.Server.Dns);

        // The second address is the same provider.
        Assert.StartsWith("250", await SmtpTalk.SendAsync("127.0.1.10", "127.0.2.42", port, "a@customer.example", "tanaka@gmail.com", Message), StringComparison.Ordinal);
        Assert.Contains("PTR", await SmtpTalk.SendAsync("127.0.1.11", "127.0.2.41", port, "a@customer.example", "tanaka@gmail.com", Message), StringComparison.Ordinal);

        Assert.Null(names.World.Apply(Change(names, """{"do": "publish", "records": "customer.example. TXT \"v=spf1 -all\""}""")));
        Assert.Contains("SPF", await SmtpTalk.SendAsync("127.0.1.10", "127.0.2.41", port, "a@customer.example", "tanaka@gmail.com", Message), StringComparison.Ordinal);
        Assert.Empty(world.Told);
        Assert.Contains("resolver", Assert.Single(Read(world, """{"do": "withdraw", "name": "customer.example", "type": "TXT"}""").Problems), StringComparison.Ordinal);
    }

    // zen, Barracuda and SpamCop are the known ones by which large receivers refuse.
    [Theory]
    [InlineData("192.0.2.10", "")]
    [InlineData("192.0.2.20", "")]
    [InlineData("192.0.2.30", "")]
    [InlineData("192.0.2.40", "")]
    [InlineData("192.0.2.50", "bl.spamcop.net")]
    [InlineData("192.0.2.10", "bl.example", "bl.example")]
    [InlineData("192.0.2.20", "", "bl.example")]
    [InlineData("192.0.2.50", "", "bl.example")]
    [InlineData("192.0.2.50", "bl.spamcop.net", "bl.example", "bl.spamcop.net")]
    public async Task Blocklists_are_asked_by_their_known_names_or_by_those_of_the_scenario(string address, string listed, params string[] zones)
    {
        await using var names = await TestWorld.StartAsync(Names);
        var lists = string.Concat(zones.Select(zone => $"[[blocklist]]\nzone = \"{zone}\"\n"));
        await using var world = await TestWorld.StartAsync($"{lists}[[host]]\naddress = \"{address}\"\nfrom = \"127.0.1.12\"\n{Hosts[Hosts.IndexOf("[[provider]]", StringComparison.Ordinal)..]}", dns: $"resolver = \"{names.Server.Dns}\"");

        await SmtpTalk.SendAsync("127.0.1.12", "127.0.2.41", world.Server.SmtpPort, "a@customer.example", "tanaka@gmail.com", Message);

        Assert.Equal(listed, string.Join(", ", Assert.Single(world.World.Mails.All()).Blocklists));
    }

    // ::1 is the only address of IPv6 that every machine has for itself; SPF and reverse names see that of the world.
    [Theory]
    [InlineData("2001:db8::10", "250")]
    [InlineData("2001:db8::11", "550-5.7.1")]
    public async Task A_provider_takes_mail_by_IPv6_and_wants_a_reverse_name_there(string address, string reply)
    {
        if (!System.Net.Sockets.Socket.OSSupportsIPv6) return;
        await using var names = await TestWorld.StartAsync("""
            [[zone]]
            name = "customer.example"
            records = '@ TXT "v=spf1 ip6:2001:db8::/64 -all"'
            [[host]]
            address = "2001:db8::10"
            name = "web1.hosting.example"
            [[provider]]
            profile = "plain"
            host = "mx.customer.example"
            address = "127.0.2.40"
            domains = ["other.example"]
            """);
        await using var world = await TestWorld.StartAsync($"""
            [[host]]
            address = "{address}"
            from = "::1"
            [[provider]]
            profile = "google"
            host = "gmail-smtp-in.l.google.com"
            address = ["127.0.2.44", "::1"]
            domains = ["gmail.com"]
            """, dns: $"resolver = \"{names.Server.Dns}\"");

        Assert.StartsWith(reply, await SmtpTalk.SendAsync("::1", "::1", world.Server.SmtpPort, "a@customer.example", "tanaka@gmail.com", Message), StringComparison.Ordinal);
        var mail = Assert.Single(world.World.Mails.All());
        Assert.Equal((address, reply == "250" ? "" : "google.ipv6-guidelines"), (mail.Address.ToString(), mail.Rule));
    }

    [Fact]
    public async Task A_question_that_gets_no_answer_is_told()
    {
        IPEndPoint? gone;
        await using (var names = await TestWorld.StartAsync(Names)) gone = names.Server.Dns;
        await using var world = await TestWorld.StartAsync(Hosts, dns: $"resolver = \"{gone}\"");

        await SmtpTalk.SendAsync("127.0.1.10", "127.0.2.41", world.Server.SmtpPort, "a@customer.example", "tanaka@gmail.com", Message);

        Assert.Contains($"DNS: 10.2.0.192.in-addr.arpa PTR: no resolver reachable ({gone})", world.Told);
    }

    private static Todoku.Sandbox.World.WorldChange Change(TestWorld world, string json) => Read(world, json).Change ?? throw new InvalidOperationException(json);

    private static (Todoku.Sandbox.World.WorldChange? Change, IReadOnlyList<string> Problems) Read(TestWorld world, string json)
    {
        using var body = System.Text.Json.JsonDocument.Parse(json);
        return ChangeRequest.Read(body.RootElement, world.World.Scenario, Todoku.Knowledge.Language.English);
    }
}
