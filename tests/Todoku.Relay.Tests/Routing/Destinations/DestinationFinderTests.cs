using System.Net;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Destinations;
using Todoku.Smtp.Client.Connecting;

namespace Todoku.Relay.Tests.Routing.Destinations;

public sealed class DestinationFinderTests
{
    private const string Seven = """
        d.example MX 1 a.example
        d.example MX 1 b.example
        d.example MX 1 c.example
        d.example MX 1 d.example
        d.example MX 1 e.example
        d.example MX 1 f.example
        d.example MX 1 g.example
        a.example A 192.0.2.1
        """;

    [Fact]
    public async Task Servers_come_by_preference()
    {
        await using var routing = new TestRouting("""
            d.example MX 20 mx2.example
            d.example MX 10 mx1.example
            mx1.example A 192.0.2.1
            mx2.example A 192.0.2.2
            """);

        Assert.Equal("mx1.example[192.0.2.1] mx2.example[192.0.2.2]", await routing.LineAsync("d.example"));
    }

    [Fact]
    public async Task Equal_servers_share_the_load_and_stay_within_their_preference()
    {
        await using var routing = new TestRouting("""
            d.example MX 10 a.example
            d.example MX 10 b.example
            d.example MX 10 c.example
            d.example MX 20 last.example
            a.example A 192.0.2.1
            b.example A 192.0.2.2
            c.example A 192.0.2.3
            last.example A 192.0.2.9
            """);
        var orders = new HashSet<string>();
        for (var i = 0; i < 60; i++)
        {
            var servers = await routing.ServersAsync("d.example");
            Assert.Equal("last.example", servers.Hosts[3].Name.ToString());
            orders.Add(string.Join(' ', servers.Hosts.Select(host => host.Name)));
        }

        Assert.Equal(6, orders.Count);
        Assert.Single(routing.Zone.Asked, question => question == "d.example MX");
    }

    [Fact]
    public async Task A_domain_without_mx_is_its_own_server()
    {
        await using var routing = new TestRouting("d.example A 192.0.2.1\nd.example AAAA 2001:db8::1");

        var servers = await routing.ServersAsync("d.example");

        Assert.Equal([IPAddress.Parse("2001:db8::1"), IPAddress.Parse("192.0.2.1")], Assert.Single(servers.Hosts).Addresses);
        Assert.Equal(LaneKey.OfDomain(DomainName.Parse("d.example")), servers.Lane);
    }

    [Theory]
    [InlineData("d.example MX 0 .", typeof(Destination.TakesNoMail))]
    [InlineData("other.example A 192.0.2.1", typeof(Destination.NoSuchDomain))]
    [InlineData("d.example TXT \"x\"", typeof(Destination.NoSuchDomain))]
    [InlineData("d.example MX 10 mx.example", typeof(Destination.NotKnown))]
    [InlineData("d.example MX 10 mx.example\nmx.example A 0.0.0.0", typeof(Destination.NotKnown))]
    public async Task Tells_domains_that_have_no_server(string zone, Type expected)
    {
        await using var routing = new TestRouting(zone);

        Assert.IsType(expected, await routing.FindAsync("d.example"));
    }

    [Theory]
    [InlineData("d.example MX", "DNS did not tell the mail servers of d.example (SERVFAIL)")]
    [InlineData("mx.example A", "DNS did not tell the addresses of the mail servers of d.example (mx.example: SERVFAIL)")]
    public async Task A_failure_of_dns_is_no_verdict(string question, string detail)
    {
        await using var routing = new TestRouting("d.example MX 10 mx.example\nmx.example A 192.0.2.1");
        routing.Zone.Failures[question] = DnsFailure.ServerFailure;

        Assert.Equal(detail, await routing.WhyNotAsync("d.example"));

        // It is asked again soon.
        routing.Zone.Failures.Clear();
        routing.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("mx.example[192.0.2.1]", await routing.LineAsync("d.example"));
    }

    [Fact]
    public async Task A_null_mx_beside_others_says_nothing()
    {
        await using var routing = new TestRouting("d.example MX 0 .\nd.example MX 10 mx.example\nmx.example A 192.0.2.1");

        Assert.Equal("mx.example[192.0.2.1]", await routing.LineAsync("d.example"));
    }

    [Fact]
    public async Task Follows_a_server_that_is_an_alias()
    {
        await using var routing = new TestRouting("d.example MX 10 mx.example\nmx.example CNAME real.example\nreal.example A 192.0.2.1");

        Assert.Equal("mx.example[192.0.2.1]", await routing.LineAsync("d.example"));
    }

    [Theory]
    [InlineData("relay.example", "192.0.2.9")]
    [InlineData("other.example", "192.0.2.25")]
    public async Task Leaves_out_itself_and_what_is_no_better(string name, string address)
    {
        var options = new DestinationOptions { OwnNames = ["RELAY.example"], OwnAddresses = [IPAddress.Parse("192.0.2.25")] };
        await using var routing = new TestRouting($"""
            d.example MX 10 best.example
            d.example MX 20 {name}
            d.example MX 20 equal.example
            d.example MX 30 worse.example
            best.example A 192.0.2.1
            {name} A {address}
            equal.example A 192.0.2.2
            worse.example A 192.0.2.3
            """, options);

        Assert.Equal("best.example[192.0.2.1]", await routing.LineAsync("d.example"));
    }

    [Theory]
    [InlineData("d.example MX 10 relay.example\nrelay.example A 192.0.2.9")]
    [InlineData("d.example MX 10 mx.example\nmx.example A 192.0.2.25")]
    [InlineData("d.example A 192.0.2.25")]
    public async Task Mail_that_would_come_back_is_not_sent(string zone)
    {
        await using var routing = new TestRouting(zone, new DestinationOptions { OwnNames = ["relay.example"], OwnAddresses = [IPAddress.Parse("192.0.2.25")] });

        Assert.Contains("loop", await routing.WhyNotAsync("d.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_of_no_use_are_dropped()
    {
        await using var routing = new TestRouting("""
            d.example MX 10 mx.example
            mx.example A 127.0.0.1
            mx.example A 224.0.0.5
            mx.example A 169.254.1.1
            mx.example A 255.255.255.255
            mx.example AAAA ::ffff:127.0.0.9
            mx.example AAAA fe80::1
            mx.example AAAA ff02::1
            mx.example AAAA ::
            mx.example A 192.0.2.1
            """);

        Assert.Equal("mx.example[192.0.2.1]", await routing.LineAsync("d.example"));
    }

    [Fact]
    public async Task Counts_of_servers_and_addresses_are_bounded()
    {
        var zone = string.Join('\n', Enumerable.Range(0, 40).Select(i => $"d.example MX {i} mx{i}.example\n{string.Join('\n', Enumerable.Range(0, 20).Select(a => $"mx{i}.example A 10.0.{i}.{a + 1}"))}"));
        await using var routing = new TestRouting(zone);

        var servers = await routing.ServersAsync("d.example");

        Assert.Equal(60, servers.Hosts.Sum(host => host.Addresses.Count));
        Assert.All(servers.Hosts, host => Assert.InRange(host.Addresses.Count, 1, 8));
        Assert.DoesNotContain("mx20.example A", routing.Zone.Asked);
    }

    [Theory]
    [InlineData("d.example MX 10 aspmx.l.google.com\naspmx.l.google.com A 192.0.2.1", "provider:google")]
    [InlineData("d.example MX 20 mx2.example\nd.example MX 10 mx1.example\nmx1.example A 192.0.2.1\nmx2.example A 192.0.2.2", "mx:mx1.example,mx2.example")]
    [InlineData("d.example MX 20 mx2.example\nd.example MX 10 mx1.example\nmx1.example A 192.0.2.1", "mx:mx1.example,mx2.example")]
    [InlineData(Seven, "domain:d.example")]
    public async Task Names_the_lane(string zone, string lane)
    {
        await using var routing = new TestRouting(zone);

        Assert.Equal(lane, (await routing.ServersAsync("d.example")).Lane.Name);
    }

    [Fact]
    public async Task Many_who_wait_for_a_domain_make_one_question()
    {
        await using var routing = new TestRouting("d.example MX 10 mx.example\nmx.example A 192.0.2.1");
        var gate = new TaskCompletionSource();
        routing.Zone.Gate = gate.Task;
        using var impatient = new CancellationTokenSource();
        var first = routing.Finder.FindAsync(DomainName.Parse("d.example"), impatient.Token).AsTask();
        var others = Enumerable.Range(0, 20).Select(_ => routing.FindAsync("d.example")).ToArray();
        Assert.Null(routing.Finder.Recall(DomainName.Parse("d.example")));

        // Whoever asked first gives up; the others still get their answer.
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.All(await Task.WhenAll(others), destination => Assert.IsType<Destination.Servers>(destination));
        Assert.Single(routing.Zone.Asked, question => question == "d.example MX");
        Assert.NotNull(routing.Finder.Recall(DomainName.Parse("d.example")));
    }

    [Theory]
    [InlineData(5, 59, false)]
    [InlineData(5, 61, true)]
    [InlineData(600, 599, false)]
    [InlineData(600, 601, true)]
    [InlineData(90000, 3599, false)]
    [InlineData(90000, 3601, true)]
    public async Task An_answer_is_kept_as_long_as_it_allows_within_bounds(int timeToLive, int seconds, bool isAsked)
    {
        await using var routing = new TestRouting($"$TTL {timeToLive}\nd.example. MX 10 mx.example.\nmx.example. A 192.0.2.1");
        await routing.FindAsync("d.example");

        routing.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(isAsked, routing.Finder.Recall(DomainName.Parse("d.example")) is null);
    }

    [Fact]
    public async Task The_memory_of_domains_is_bounded()
    {
        await using var routing = new TestRouting("*.example A 192.0.2.1", new DestinationOptions { Domains = 16 });
        for (var i = 0; i < 200; i++) await routing.FindAsync($"d{i}.example");

        var known = Enumerable.Range(0, 200).Count(i => routing.Finder.Recall(DomainName.Parse($"d{i}.example")) is not null);

        Assert.InRange(known, 1, 16);
    }

    [Theory]
    [InlineData("[192.0.2.1]", "192.0.2.1")]
    [InlineData("[IPv6:2001:db8::1]", "2001:db8::1")]
    public async Task An_address_literal_is_its_own_server(string domain, string address)
    {
        await using var routing = new TestRouting("");

        var servers = await routing.ServersAsync(domain);

        Assert.Equal([IPAddress.Parse(address)], Assert.Single(servers.Hosts).Addresses);
        Assert.Empty(routing.Zone.Asked);
    }

    [Theory]
    [InlineData("[127.0.0.1]")]
    [InlineData("[10.1.2.3]")]
    [InlineData("[IPv6:fe80::1]")]
    [InlineData("[IPv6:::ffff:10.0.0.1]")]
    public async Task A_sender_reaches_no_inner_network_by_a_literal(string domain)
    {
        await using var routing = new TestRouting("");

        Assert.IsType<Destination.NoSuchDomain>(await routing.FindAsync(domain));
    }

    [Fact]
    public async Task A_literal_of_its_own_address_is_a_loop()
    {
        await using var routing = new TestRouting("", new DestinationOptions { OwnAddresses = [IPAddress.Parse("192.0.2.25")] });

        Assert.Contains("loop", await routing.WhyNotAsync("[192.0.2.25]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_families_come_in_turn_and_a_family_that_fails_comes_last()
    {
        await using var routing = new TestRouting("""
            d.example MX 10 mx.example
            mx.example AAAA 2001:db8::1
            mx.example AAAA 2001:db8::2
            mx.example A 192.0.2.1
            mx.example A 192.0.2.2
            """);
        Assert.Equal("6464", await FamiliesAsync(routing));

        foreach (var i in Enumerable.Range(1, 3)) routing.Families.Report(IPAddress.Parse($"2001:db8:f::{i}"), ConnectFailure.Unreachable);

        Assert.Equal("4466", await FamiliesAsync(routing));
    }

    private static async Task<string> FamiliesAsync(TestRouting routing) =>
        string.Concat((await routing.ServersAsync("d.example")).Hosts[0].Addresses.Select(one => one.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? '6' : '4'));
}
