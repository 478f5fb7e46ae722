using System.Net;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Tests.World;

/// <summary>The DNS of a world, over the network.</summary>
public sealed class WorldZonesTests
{
    private const string Tables = """
        [[zone]]
        name = "customer.example"
        records = '''
        @ MX 10 mx
        mx A 192.0.2.1
        www CNAME web.hosting.example.
        here CNAME nowhere.hosting.example.
        a CNAME b
        b CNAME a
        *.wild TXT "any"
        '''
        [[zone]]
        name = "hosting.example"
        records = "web A 192.0.2.2"
        [[blocklist]]
        zone = "zen.spamhaus.org"
        listed = ["192.0.2.0/24", "2001:db8:1::/48"]
        [[host]]
        address = "192.0.2.10"
        name = "web1.hosting.example"
        [[host]]
        address = "2001:db8::10"
        name = "web6.hosting.example"
        forward = false
        [[provider]]
        profile = "google"
        host = "gmail-smtp-in.l.google.com"
        address = "127.0.2.1"
        domains = ["gmail.com"]
        [[event]]
        at = "10:02"
        do = "list"
        network = "198.51.100.7"
        blocklist = "zen.spamhaus.org"
        code = "127.0.0.4"
        [[event]]
        after = "1h"
        do = "publish"
        records = "customer.example. TXT \"v=spf1 -all\""
        [[event]]
        after = "2h"
        do = "withdraw"
        name = "customer.example"
        type = "TXT"
        """;

    [Theory]
    [InlineData("customer.example", DnsRecordType.MX, "10 mx.customer.example.")]
    [InlineData("customer.example", DnsRecordType.TXT, "no data")]
    [InlineData("nothing.customer.example", DnsRecordType.TXT, "no such name")]
    [InlineData("nothing.example.net", DnsRecordType.A, "no such name")]
    [InlineData("www.customer.example", DnsRecordType.A, "web.hosting.example -> | 192.0.2.2")]
    [InlineData("www.customer.example", DnsRecordType.MX, "no data")]
    [InlineData("here.customer.example", DnsRecordType.A, "no such name")]
    [InlineData("a.customer.example", DnsRecordType.A, "ServerFailure")]
    [InlineData("x.wild.customer.example", DnsRecordType.TXT, "\"any\"")]
    [InlineData("10.2.0.192.in-addr.arpa", DnsRecordType.PTR, "web1.hosting.example.")]
    [InlineData("web1.hosting.example", DnsRecordType.A, "192.0.2.10")]
    [InlineData("web1.hosting.example", DnsRecordType.AAAA, "no data")]
    [InlineData("0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa", DnsRecordType.PTR, "web6.hosting.example.")]
    [InlineData("web6.hosting.example", DnsRecordType.AAAA, "no such name")]
    [InlineData("gmail.com", DnsRecordType.MX, "10 gmail-smtp-in.l.google.com.")]
    [InlineData("gmail-smtp-in.l.google.com", DnsRecordType.A, "127.0.2.1")]
    [InlineData("77.2.0.192.zen.spamhaus.org", DnsRecordType.A, "127.0.0.2")]
    [InlineData("77.2.0.192.zen.spamhaus.org", DnsRecordType.TXT, "\"192.0.2.77 is listed in zen.spamhaus.org\"")]
    [InlineData("77.2.0.192.zen.spamhaus.org", DnsRecordType.AAAA, "no data")]
    [InlineData("2.0.0.127.zen.spamhaus.org", DnsRecordType.A, "127.0.0.2")]
    [InlineData("1.0.0.127.zen.spamhaus.org", DnsRecordType.A, "no such name")]
    [InlineData("7.100.51.198.zen.spamhaus.org", DnsRecordType.A, "no such name")]
    [InlineData("x.y.zen.spamhaus.org", DnsRecordType.A, "no such name")]
    [InlineData("1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.zen.spamhaus.org", DnsRecordType.A, "127.0.0.2")]
    public async Task Says_what_there_is_and_what_there_is_not(string name, DnsRecordType type, string answer)
    {
        await using var world = await TestWorld.StartAsync(Tables);

        Assert.Equal(answer, await world.AskAsync(name, type));
    }

    [Fact]
    public async Task Things_happen_when_their_time_has_come()
    {
        await using var world = await TestWorld.StartAsync(Tables);
        const string Listed = "7.100.51.198.zen.spamhaus.org";

        world.World.Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal("no such name", await world.AskAsync(Listed, DnsRecordType.A));
        world.World.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("127.0.0.4", await world.AskAsync(Listed, DnsRecordType.A));
        world.World.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("\"v=spf1 -all\"", await world.AskAsync("customer.example", DnsRecordType.TXT));
        world.World.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("no data", await world.AskAsync("customer.example", DnsRecordType.TXT));
        Assert.Equal(
            ["zen.spamhaus.org lists 198.51.100.7/32 (127.0.0.4)", "published: customer.example. TXT \"v=spf1 -all\"", "withdrawn: customer.example TXT"],
            world.Told);
    }

    [Fact]
    public async Task A_change_replaces_only_what_it_names_and_a_wrong_one_nothing()
    {
        await using var world = await TestWorld.StartAsync(Tables);

        Assert.Null(world.World.Apply(new WorldChange.Publish("customer.example. MX 20 mx2.customer.example.\nmx2.customer.example. A 192.0.2.3")));
        Assert.NotNull(world.World.Apply(new WorldChange.Publish("customer.example. CNAME example.net.")));
        Assert.NotNull(world.World.Apply(new WorldChange.Publish("customer.example. MX")));
        Assert.NotNull(world.World.Apply(new WorldChange.Delist(DomainName.Parse("no.such.list"), IPNetwork.Parse("192.0.2.0/24"))));

        Assert.Equal("20 mx2.customer.example.", await world.AskAsync("customer.example", DnsRecordType.MX));
        Assert.Equal("192.0.2.3", await world.AskAsync("mx2.customer.example", DnsRecordType.A));
        Assert.Equal("192.0.2.1", await world.AskAsync("mx.customer.example", DnsRecordType.A));
    }

    [Fact]
    public async Task A_network_is_taken_off_with_all_within_it()
    {
        await using var world = await TestWorld.StartAsync(Tables);
        var zone = DomainName.Parse("zen.spamhaus.org");
        world.World.Apply(new WorldChange.List(zone, new Listing(IPNetwork.Parse("192.0.2.10/32"), IPAddress.Parse("127.0.0.4"))));

        Assert.Equal("127.0.0.2 | 127.0.0.4", await world.AskAsync("10.2.0.192.zen.spamhaus.org", DnsRecordType.A));
        world.World.Apply(new WorldChange.Delist(zone, IPNetwork.Parse("192.0.2.0/24")));
        Assert.Equal("no such name", await world.AskAsync("10.2.0.192.zen.spamhaus.org", DnsRecordType.A));
        Assert.Equal("127.0.0.2", await world.AskAsync("1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.zen.spamhaus.org", DnsRecordType.A));
    }

    [Fact]
    public async Task A_zone_file_is_read_anew_when_it_changes_and_kept_when_it_is_wrong()
    {
        var folder = Directory.CreateTempSubdirectory("todoku-sandbox-").FullName;
        try
        {
            var path = Path.Combine(folder, "example.zone");
            await File.WriteAllTextAsync(path, "@ TXT \"one\"\n");
            await using var world = await TestWorld.StartAsync("""
                [[zone]]
                name = "example.com"
                file = "example.zone"
                [[provider]]
                profile = "google"
                host = "mx.google.com"
                address = "127.0.2.1"
                domains = ["gmail.com"]
                """, folder);

            Assert.Equal("\"one\"", await world.AskAsync("example.com", DnsRecordType.TXT));
            await File.WriteAllTextAsync(path, "@ TXT \"number two\"\n");
            Assert.Equal("\"number two\"", await world.AskAsync("example.com", DnsRecordType.TXT));
            await File.WriteAllTextAsync(path, "@ TXT \"open\nwww A 192.0.2.1\n");
            Assert.Equal("\"number two\"", await world.AskAsync("example.com", DnsRecordType.TXT));
            Assert.Contains("example.zone:1: UnclosedQuote", Assert.Single(world.Told), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
