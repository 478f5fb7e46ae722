using System.Net;
using Todoku.Knowledge.Blocklists;

namespace Todoku.Knowledge.Tests.Blocklists;

/// <summary>The zones of blocklists, from their file to what their codes mean.</summary>
public sealed class BlocklistZoneTests
{
    private const string Step = "[[step]]\nid = \"%\"\ngroup = \"delist\"\n[step.en]\ndo = \"x\"\nwhy = \"x\"\nverify = \"x\"\n[step.ja]\ndo = \"x\"\nwhy = \"x\"\nverify = \"x\"\n";

    private static readonly IReadOnlyList<BlocklistZone> Zones = [.. TestKnowledge.Embedded.Blocklists.SelectMany(list => list.Zones)];

    public static TheoryData<string> Names => [.. Zones.Select(zone => zone.Name)];

    [Fact]
    public void Reads_a_zone()
    {
        var knowledge = Of("""
            asked = true
            weight = "major"
            neighbours = true
            policy = ["query-limit", "registration"]
            steps = ["a"]
            test_listed = "127.0.0.3"
            codes = [
              { is = "127.0.0.2", kind = "own", name = "X", en = "one", ja = "一" },
              { is = "127.0.0.10-11", kind = "policy", en = "two", ja = "二", steps = ["b", "a"] },
            ]
            """);

        var list = Assert.Single(knowledge.Blocklists);
        var zone = Assert.Single(list.Zones);

        Assert.Equal(("x", "X list", "https://example.net/"), (list.Id, list.Name, list.Url));
        Assert.Equal(("x.example.net", BlocklistScope.Ip4 | BlocklistScope.Ip6, BlocklistUse.Usable), (zone.Name, zone.Scope, zone.Use));
        Assert.True(zone is { IsAsked: true, IsMajor: true, AsksNeighbours: true, Policy: BlocklistPolicy.QueryLimit | BlocklistPolicy.Registration });
        Assert.Equal(("127.0.0.3", "127.0.0.1"), (zone.TestListed, zone.TestClear));
        Assert.Equal([("127.0.0.2", ListingKind.Own, "X"), ("127.0.0.10-11", ListingKind.Policy, "")], zone.Codes.Select(code => (code.Pattern, code.Kind, code.Name)));
        Assert.Equal(("one", "二"), (zone.Codes[0].Meaning(Language.English), zone.Codes[1].Meaning(Language.Japanese)));
        Assert.Equal(["a"], zone.Codes[0].Steps);
        Assert.Equal(["b", "a"], zone.Codes[1].Steps);
    }

    [Fact]
    public void Without_more_it_is_a_minor_list_that_is_not_asked()
    {
        var zone = Of("""codes = [{ is = "127.0.0.2", kind = "own", en = "x", ja = "x" }]""").Blocklists[0].Zones[0];

        Assert.True(zone is { IsAsked: false, IsMajor: false, AsksNeighbours: false, Policy: BlocklistPolicy.None });
        Assert.Equal(("127.0.0.2", "127.0.0.1"), (zone.TestListed, zone.TestClear));
    }

    [Theory]
    [InlineData("127.0.0.2", "127.0.0.2", true)]
    [InlineData("127.0.0.2", "127.0.0.3", false)]
    [InlineData("127.0.0.2", "127.0.1.2", false)]
    [InlineData("127.0.0.4-7", "127.0.0.4", true)]
    [InlineData("127.0.0.4-7", "127.0.0.7", true)]
    [InlineData("127.0.0.4-7", "127.0.0.8", false)]
    [InlineData("127.0.*.0-3", "127.0.255.3", true)]
    [InlineData("127.0.*.0-3", "127.0.9.4", false)]
    [InlineData("bit 8", "127.0.0.8", true)]
    [InlineData("bit 8", "127.0.0.254", true)]
    [InlineData("bit 8", "127.0.0.16", false)]
    [InlineData("bit 8", "10.0.0.8", false)]
    [InlineData("bit 128", "127.0.0.128", true)]
    [InlineData("127.0.0.2", "::ffff:127.0.0.2", false)]
    public void Matches_codes(string pattern, string answer, bool matches)
    {
        var zone = Of($"codes = [{{ is = \"{pattern}\", kind = \"own\", en = \"x\", ja = \"x\" }}]").Blocklists[0].Zones[0];

        Assert.Equal(matches, zone.Codes[0].Matches(IPAddress.Parse(answer)));
    }

    [Theory]
    [InlineData("127.0.0.256")]
    [InlineData("127.0.0.2.3")]
    [InlineData("127.0.0.")]
    [InlineData("126-128.0.0.2")]
    [InlineData("*.0.0.2")]
    [InlineData("bit 0")]
    [InlineData("bit 256")]
    [InlineData("bit -1")]
    public void Refuses_what_is_no_code(string pattern) =>
        Assert.Contains($"'{pattern}' is no return code", Assert.Throws<KnowledgeException>(() => Of($"codes = [{{ is = \"{pattern}\", kind = \"own\", en = \"x\", ja = \"x\" }}]")).Message);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_zone_can_tell_what_it_says(string name)
    {
        var zone = Zones.Single(zone => zone.Name == name);

        Assert.NotEqual(BlocklistScope.None, zone.Scope);
        Assert.NotEqual(zone.TestListed, zone.TestClear);
        if (zone.Use == BlocklistUse.Usable) Assert.NotEmpty(zone.Codes);
        foreach (var code in zone.Codes)
        {
            Assert.NotEqual(code.Meaning(Language.English), code.Meaning(Language.Japanese));
            if (code.Kind is not (ListingKind.Allow or ListingKind.Neutral or ListingKind.Refused)) Assert.NotEmpty(code.Steps);
            Assert.All(code.Steps, step => Assert.NotNull(TestKnowledge.Embedded.FindStep(step, Language.English)));
        }
    }

    [Fact]
    public void Few_zones_are_asked_and_the_largest_are_among_them()
    {
        var asked = Zones.Where(zone => zone.IsAsked).ToList();

        Assert.InRange(asked.Count(zone => zone.Scope.HasFlag(BlocklistScope.Ip4)), 8, 15);
        Assert.InRange(asked.Count(zone => zone.Scope.HasFlag(BlocklistScope.Domain)), 2, 6);
        Assert.InRange(asked.Count(zone => zone.AsksNeighbours), 1, 4);
        Assert.Superset(
            new HashSet<string> { "zen.spamhaus.org", "b.barracudacentral.org", "bl.spamcop.net", "dbl.spamhaus.org", "multi.surbl.org", "multi.uribl.com" },
            asked.Select(zone => zone.Name).ToHashSet());
        Assert.All(asked, zone => Assert.Equal(BlocklistUse.Usable, zone.Use));
    }

    [Theory]
    [InlineData("dnsbl.sorbs.net", BlocklistUse.Dead)]
    [InlineData("ix.dnsbl.manitu.net", BlocklistUse.Dead)]
    [InlineData("db.wpbl.info", BlocklistUse.Dead)]
    [InlineData("dnsbl.ahbl.org", BlocklistUse.ListsEverybody)]
    [InlineData("bl.score.senderscore.com", BlocklistUse.NeedsKey)]
    public void Knows_what_can_not_be_used(string name, BlocklistUse use) => Assert.Equal(use, Zones.Single(zone => zone.Name == name).Use);

    [Fact]
    public void A_list_of_the_good_has_no_listings() =>
        Assert.All(Zones.Single(zone => zone.Name == "list.dnswl.org").Codes, code => Assert.True(code.Kind is ListingKind.Allow or ListingKind.Refused));

    [Fact]
    public void A_list_without_words_names_itself_in_no_reply() =>
        Assert.Equal(Cause.Unknown, Of("""codes = [{ is = "127.0.0.2", kind = "own", en = "x", ja = "x" }]""").Read("550 x.example.net").Cause);

    private static KnowledgeBase Of(string zone) => TestKnowledge.Of(
        ("blocklists.toml", $"""
            [[blocklist]]
            id = "x"
            name = "X list"
            lists = "ip"
            url = "https://example.net/"
            source = "test"
            date = "2026-11"
            [[blocklist.zone]]
            name = "x.example.net"
            lists = ["ip4", "ip6"]
            use = "usable"
            {zone}
            """),
        ("steps/a.toml", Step.Replace('%', 'a') + Step.Replace('%', 'b')));
}
