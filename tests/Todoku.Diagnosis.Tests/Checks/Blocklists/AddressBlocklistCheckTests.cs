using System.Net;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Blocklists;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Blocklists;

public sealed class AddressBlocklistCheckTests
{
    private const string Zen = "zen.spamhaus.org";

    private readonly AddressBlocklistCheck _check = new();

    [Fact]
    public async Task An_address_on_no_list_passes()
    {
        var result = await World(ListWorld.Zone()).RunOneAsync(_check);

        Assert.Equal(("not-listed", CheckStatus.Pass), (result.Outcome, result.Status));
        Assert.Contains(result.Values, value => value is { Name: "count", Value: "13" });
        Assert.Contains($"25.113.0.203.{Zen} A: NXDOMAIN", result.Evidence);
    }

    [Theory]
    [InlineData(Zen, "127.0.0.3", "listed", CheckStatus.Problem)]
    [InlineData(Zen, "127.0.0.2", "listed", CheckStatus.Problem)]
    [InlineData(Zen, "127.0.0.4", "listed", CheckStatus.Problem)]
    [InlineData(Zen, "127.0.0.9", "network", CheckStatus.Problem)]
    [InlineData(Zen, "127.0.0.10", "policy", CheckStatus.Problem)]
    [InlineData("b.barracudacentral.org", "127.0.0.2", "listed", CheckStatus.Problem)]
    [InlineData("bl.spamcop.net", "127.0.0.2", "listed", CheckStatus.Problem)]
    [InlineData("psbl.surriel.com", "127.0.0.2", "listed-minor", CheckStatus.Warning)]
    [InlineData("all.spamrats.com", "127.0.0.37", "policy", CheckStatus.Warning)]
    [InlineData("dnsbl-1.uceprotect.net", "127.0.0.2", "listed-minor", CheckStatus.Warning)]
    [InlineData("dnsbl-3.uceprotect.net", "127.0.0.2", "network-minor", CheckStatus.Warning)]
    public async Task Says_what_a_listing_is(string zone, string code, string outcome, CheckStatus status)
    {
        var result = await World(ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, zone, code))).RunOneAsync(_check);

        Assert.Equal((outcome, status, ListWorld.Sender), (result.Outcome, result.Status, result.Subject));
        Assert.Contains($"25.113.0.203.{zone} A {code}", result.Evidence);
    }

    [Theory]
    [InlineData("127.0.0.2", "network")]
    [InlineData("127.0.0.3", "network")]
    [InlineData("127.0.0.4", "listed")]
    public async Task Half_of_the_neighbours_make_it_the_network(string code, string outcome)
    {
        var result = await World(ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, Zen, code) + ListWorld.Neighbours(Zen, code))).RunOneAsync(_check);

        Assert.Equal(outcome, result.Outcome);
        Assert.Contains(result.Evidence, line => line.StartsWith("203.0.113.0/24 at zen.spamhaus.org: 16 of 16 listed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_range_of_dynamic_addresses_makes_no_listing_a_network_s()
    {
        var zone = ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, Zen, "127.0.0.3") + ListWorld.Neighbours(Zen, "127.0.0.11"));

        Assert.Equal("listed", (await World(zone).RunOneAsync(_check)).Outcome);
    }

    [Fact]
    public async Task The_steps_are_those_of_the_code()
    {
        var result = await World(ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, Zen, "127.0.0.11"))).RunOneAsync(_check);

        Assert.Equal(["delist-spamhaus-pbl", "use-relay"], result.Steps);
    }

    [Fact]
    public async Task A_list_that_refuses_the_resolver_is_not_known_beside_the_others()
    {
        var results = await World(ListWorld.Zone($"*.{Zen} A 127.255.255.254\n", Zen)).RunAsync(_check);

        Assert.Equal(["not-listed", "refused"], results.Select(result => result.Outcome));
        Assert.Equal(CheckStatus.NotKnown, results[1].Status);
        Assert.Contains($"2.0.0.127.{Zen} A 127.255.255.254", results[1].Evidence);
        Assert.Contains(results[1].Values, value => value is { Name: "names", Value: "Spamhaus" });
    }

    [Theory]
    [InlineData("* A 203.0.113.80", "rewritten")]
    [InlineData("example.org A 192.0.2.1", "refused")]
    [InlineData("*.org A 127.0.0.2\n*.net A 127.0.0.2\n*.com A 127.0.0.2", "not-usable")]
    public async Task Nothing_that_can_be_believed_is_not_known(string zone, string outcome)
    {
        var result = await World(zone).RunOneAsync(_check);

        Assert.Equal((outcome, CheckStatus.NotKnown), (result.Outcome, result.Status));
        Assert.NotEmpty(result.Evidence);
    }

    [Fact]
    public async Task Silence_is_not_known()
    {
        var world = World(ListWorld.Zone());
        foreach (var source in ListWorld.Asked) world.Failures[ListWorld.Test(source.Zone)] = DnsFailure.TimedOut;

        var result = await world.RunOneAsync(_check);

        Assert.Equal(("no-answer", CheckStatus.NotKnown), (result.Outcome, result.Status));
        Assert.Contains($"2.0.0.127.{Zen} A: no answer in time (192.0.2.53:53)", result.Evidence);
    }

    [Fact]
    public async Task Each_address_is_looked_up_by_itself()
    {
        var world = new CheckWorld(ListWorld.Zone(ListWorld.Listing("2001:db8::25", Zen, "127.0.0.3")))
        {
            Subject = CheckWorld.Sender() with { Addresses = [IPAddress.Parse(ListWorld.Sender), IPAddress.Parse("2001:db8::25"), IPAddress.Parse("10.1.2.3")] },
        };

        var results = await world.RunAsync(_check);

        Assert.Equal(["not-listed", "listed", "private"], results.Select(result => result.Outcome));
        Assert.Equal([ListWorld.Sender, "2001:db8::25", "10.1.2.3"], results.Select(result => result.Subject));
    }

    [Fact]
    public async Task An_IPv4_address_in_IPv6_form_is_the_IPv4_address()
    {
        var result = await new CheckWorld(ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, "bl.spamcop.net"))) { Subject = CheckWorld.Sender($"::ffff:{ListWorld.Sender}") }.RunOneAsync(_check);

        Assert.Equal(("listed", ListWorld.Sender), (result.Outcome, result.Subject));
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.1.1")]
    [InlineData("127.0.0.1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    public async Task A_private_address_is_not_asked_for(string address)
    {
        var result = await new CheckWorld("* A 127.0.0.2") { Subject = CheckWorld.Sender(address) }.RunOneAsync(_check);

        Assert.Equal(("private", CheckStatus.NotApplicable), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task Without_an_address_nothing_is_known()
    {
        var world = new CheckWorld(ListWorld.Zone()) { Subject = new CheckSubject { Domain = DomainName.Parse("example.com") } };

        Assert.Equal(("no-address", CheckStatus.NotKnown), await OutcomeAsync(world));
    }

    private async Task<(string, CheckStatus)> OutcomeAsync(CheckWorld world)
    {
        var result = await world.RunOneAsync(_check);
        return (result.Outcome, result.Status);
    }

    private static CheckWorld World(string zone) => new(zone) { Subject = CheckWorld.Sender(ListWorld.Sender) };
}
