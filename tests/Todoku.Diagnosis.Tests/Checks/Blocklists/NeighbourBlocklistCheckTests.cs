using System.Net;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Blocklists;
using Todoku.Dns;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Checks.Blocklists;

public sealed class NeighbourBlocklistCheckTests
{
    private const string Zen = "zen.spamhaus.org";

    private readonly NeighbourBlocklistCheck _check = new();

    [Fact]
    public void The_sample_is_spread_and_always_the_same()
    {
        var sample = NeighbourSample.Of(IPAddress.Parse(ListWorld.Sender), all: false);

        Assert.Equal(16, sample.Count);
        Assert.Equal(sample, NeighbourSample.Of(IPAddress.Parse(ListWorld.Sender), all: false));
        Assert.Superset(new HashSet<string> { "203.0.113.23", "203.0.113.24", "203.0.113.26", "203.0.113.27" }, sample.Select(address => address.ToString()).ToHashSet());
        Assert.Equal(4, sample.Select(address => address.GetAddressBytes()[3] / 64).Distinct().Count());
    }

    [Theory]
    [InlineData("203.0.113.0")]
    [InlineData("203.0.113.1")]
    [InlineData("203.0.113.254")]
    [InlineData("203.0.113.255")]
    [InlineData("2001:db8::")]
    [InlineData("2001:db8::1")]
    [InlineData("2001:db8:0:0:ffff:ffff:ffff:ffff")]
    public void The_sample_stays_within_the_range_and_leaves_the_address_out(string address)
    {
        var own = IPAddress.Parse(address);

        var sample = NeighbourSample.Of(own, all: false);

        Assert.Equal(16, sample.Distinct().Count());
        Assert.DoesNotContain(own, sample);
        Assert.All(sample, neighbour => Assert.Equal(NeighbourSample.Network(own), NeighbourSample.Network(neighbour)));
    }

    [Fact]
    public void All_are_255() => Assert.Equal(255, NeighbourSample.Of(IPAddress.Parse(ListWorld.Sender), all: true).Distinct().Count());

    [Fact]
    public async Task A_clean_range_passes()
    {
        var result = await World(ListWorld.Zone()).RunOneAsync(_check);

        Assert.Equal(("clear", CheckStatus.Pass, "203.0.113.0/24"), (result.Outcome, result.Status, result.Subject));
        Assert.Equal(3, result.Evidence.Count);
    }

    [Fact]
    public async Task A_listed_range_is_the_network_s_fault()
    {
        var result = await World(ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, Zen) + ListWorld.Neighbours(Zen, "127.0.0.2"))).RunOneAsync(_check);

        Assert.Equal(("network", CheckStatus.Problem), (result.Outcome, result.Status));
        Assert.Equal("203.0.113.0/24 at zen.spamhaus.org: 16 of 16 listed (SBL 16)", result.Evidence[0]);
    }

    [Fact]
    public async Task Counts_all_of_them_when_asked_to()
    {
        var zone = ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, Zen) + ListWorld.Neighbours(Zen, "127.0.0.3"));
        var world = new CheckWorld(zone) { Subject = CheckWorld.Sender(ListWorld.Sender) with { AllNeighbours = true } };

        var result = await world.RunOneAsync(_check);

        Assert.Contains("255 of 255 listed (CSS 255)", result.Evidence[0], StringComparison.Ordinal);
        Assert.Contains(result.Values, value => value is { Name: "most", Value: "255" });
    }

    [Fact]
    public async Task A_listed_range_that_spares_the_address_is_a_warning()
    {
        var result = await World(ListWorld.Zone(ListWorld.Neighbours(Zen, "127.0.0.2"))).RunOneAsync(_check);

        Assert.Equal(("many", CheckStatus.Warning), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task One_listed_neighbour_is_usual()
    {
        var result = await World(ListWorld.Zone(ListWorld.Listing("203.0.113.26", "bl.spamcop.net"))).RunOneAsync(_check);

        Assert.Equal(("few", CheckStatus.Pass), (result.Outcome, result.Status));
        Assert.Contains("203.0.113.26", result.Evidence);
    }

    [Fact]
    public async Task Addresses_that_are_not_meant_to_send_are_not_counted()
    {
        var result = await World(ListWorld.Zone(ListWorld.Neighbours(Zen, "127.0.0.11"))).RunOneAsync(_check);

        Assert.Equal("clear", result.Outcome);
        Assert.Contains("0 of 16 listed (PBL 16)", string.Join('\n', result.Evidence), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* A 203.0.113.80", "rewritten")]
    [InlineData("*.org A 127.0.0.2\n*.net A 127.0.0.2", "not-usable")]
    [InlineData("example.org A 192.0.2.1", "refused")]
    public async Task Lists_that_fail_their_test_say_nothing_of_neighbours(string zone, string outcome)
    {
        var result = await World(zone).RunOneAsync(_check);

        Assert.Equal((outcome, CheckStatus.NotKnown), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task A_zone_that_falls_silent_is_left_alone()
    {
        var resolver = new CountingResolver(ListWorld.Zone()) { Broken = $".113.0.203.{Zen}", Failure = DnsFailure.TimedOut };
        var subject = CheckWorld.Sender(ListWorld.Sender) with { AllNeighbours = true };

        var results = await _check.RunAsync(new CheckContext(subject, resolver, KnowledgeBase.LoadEmbedded(), TimeProvider.System), TestContext.Current.CancellationToken);

        var result = Assert.Single(results);
        Assert.Equal("clear", result.Outcome);
        Assert.Contains(result.Values, value => value is { Name: "names", Value: "Barracuda Reputation Block List (BRBL), SpamCop (SCBL)" });
        Assert.Equal(1, result.Evidence.Count(line => line.Contains("no answer in time", StringComparison.Ordinal)));
        Assert.InRange(resolver.Failures, 1, 16);
    }

    [Fact]
    public async Task Looks_around_an_IPv6_address()
    {
        var records = string.Concat(NeighbourSample.Of(IPAddress.Parse("2001:db8::25"), all: false).Append(IPAddress.Parse("2001:db8::25"))
            .Select(address => ListWorld.Listing(address.ToString(), Zen, "127.0.0.3")));
        var world = new CheckWorld(ListWorld.Zone(records)) { Subject = CheckWorld.Sender("2001:db8::25") };

        var result = await world.RunOneAsync(_check);

        Assert.Equal(("network", "2001:db8::/64"), (result.Outcome, result.Subject));
    }

    private static CheckWorld World(string zone) => new(zone) { Subject = CheckWorld.Sender(ListWorld.Sender) };
}
