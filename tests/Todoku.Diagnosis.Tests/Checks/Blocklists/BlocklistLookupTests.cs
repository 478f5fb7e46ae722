using System.Net;
using CsCheck;
using Todoku.Diagnosis.Checks.Blocklists;
using Todoku.Dns;
using Todoku.Knowledge.Blocklists;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Blocklists;

/// <summary>A zone's answer counts only after its own test, and only by its own codes.</summary>
public sealed class BlocklistLookupTests
{
    private const string Zen = "zen.spamhaus.org";
    private const string Healthy = "2.0.0.127.zen.spamhaus.org A 127.0.0.2\n";

    [Theory]
    [InlineData("127.0.0.2", "SBL", ListingKind.Either)]
    [InlineData("127.0.0.3", "CSS", ListingKind.Own)]
    [InlineData("127.0.0.6", "XBL", ListingKind.Exploited)]
    [InlineData("127.0.0.9", "DROP", ListingKind.Network)]
    [InlineData("127.0.0.11", "PBL", ListingKind.Policy)]
    public async Task Reads_the_codes_of_the_list(string code, string name, ListingKind kind)
    {
        var listed = Assert.IsType<BlocklistAnswer.Listed>(await AskAsync(Zen, Healthy + ListWorld.Listing("192.0.2.1", Zen, code)));

        Assert.Equal((name, kind), (Assert.Single(listed.Codes).Name, listed.Codes[0].Kind));
        Assert.Contains($"1.2.0.192.{Zen} A {code}", listed.Evidence);
    }

    [Fact]
    public async Task Is_not_listed_when_the_zone_works_and_does_not_have_it() => Assert.IsType<BlocklistAnswer.NotListed>(await AskAsync(Zen, Healthy));

    [Theory]
    [InlineData("127.255.255.254", BlocklistTrouble.Refused)]
    [InlineData("127.255.255.252", BlocklistTrouble.Refused)]
    [InlineData("127.0.0.77", BlocklistTrouble.UnknownCode)]
    [InlineData("127.0.0.1", BlocklistTrouble.UnknownCode)]
    [InlineData("203.0.113.80", BlocklistTrouble.Rewritten)]
    [InlineData("10.10.34.35", BlocklistTrouble.Rewritten)]
    public async Task What_is_no_code_is_no_listing(string answer, BlocklistTrouble trouble)
    {
        var result = Assert.IsType<BlocklistAnswer.NotUsable>(await AskAsync(Zen, Healthy + ListWorld.Listing("192.0.2.1", Zen, answer)));

        Assert.Equal(trouble, result.Trouble);
        Assert.Contains(answer, Assert.Single(result.Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_foreign_address_spoils_the_whole_answer()
    {
        var records = ListWorld.Listing("192.0.2.1", Zen) + ListWorld.Listing("192.0.2.1", Zen, "203.0.113.80");

        Assert.Equal(BlocklistTrouble.Rewritten, Assert.IsType<BlocklistAnswer.NotUsable>(await AskAsync(Zen, Healthy + records)).Trouble);
    }

    [Theory]
    [InlineData("*.zen.spamhaus.org A 127.0.0.2", BlocklistTrouble.ListsEverybody)]
    [InlineData("*.zen.spamhaus.org A 203.0.113.80", BlocklistTrouble.Rewritten)]
    [InlineData("*.zen.spamhaus.org A 127.255.255.254", BlocklistTrouble.Refused)]
    [InlineData("1.2.0.192.zen.spamhaus.org A 127.0.0.2", BlocklistTrouble.Silent)]
    [InlineData("example.com A 192.0.2.1", BlocklistTrouble.Silent)]
    public async Task A_zone_that_fails_its_test_is_not_believed(string zone, BlocklistTrouble trouble)
    {
        var result = Assert.IsType<BlocklistAnswer.NotUsable>(await AskAsync(Zen, zone));

        Assert.Equal(trouble, result.Trouble);
        Assert.Contains(result.Evidence, line => line.StartsWith("2.0.0.127.zen.spamhaus.org A", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dnsbl.ahbl.org", BlocklistTrouble.ListsEverybody)]
    [InlineData("dnsbl.sorbs.net", BlocklistTrouble.Closed)]
    [InlineData("combined.mail.abusix.zone", BlocklistTrouble.Refused)]
    public async Task A_zone_known_as_unusable_is_not_even_asked(string zone, BlocklistTrouble trouble)
    {
        var resolver = new CountingResolver($"*.{zone} A 127.0.0.2");

        var result = await new BlocklistLookup(resolver).AskAsync(ListWorld.Source(zone), IPAddress.Parse("192.0.2.1"), TestContext.Current.CancellationToken);

        Assert.Equal(trouble, Assert.IsType<BlocklistAnswer.NotUsable>(result).Trouble);
        Assert.Equal(0, resolver.Questions);
    }

    [Fact]
    public async Task A_list_of_the_good_lists_nobody()
    {
        const string Zone = "list.dnswl.org";

        Assert.IsType<BlocklistAnswer.NotListed>(await AskAsync(Zone, $"2.0.0.127.{Zone} A 127.0.10.0\n1.2.0.192.{Zone} A 127.0.5.2"));
        Assert.IsType<BlocklistAnswer.NotUsable>(await AskAsync(Zone, $"*.{Zone} A 127.0.0.255"));
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.0.0.3", false)]
    [InlineData("127.0.0.5", false)]
    [InlineData("127.0.0.2", true)]
    public async Task Of_a_mixed_list_only_the_bad_count(string code, bool isListed)
    {
        const string Zone = "hostkarma.junkemailfilter.com";

        var answer = await AskAsync(Zone, $"2.0.0.127.{Zone} A 127.0.0.2\n1.0.0.127.{Zone} A 127.0.0.1\n1.2.0.192.{Zone} A {code}");

        Assert.Equal(isListed, answer is BlocklistAnswer.Listed);
        Assert.IsNotType<BlocklistAnswer.NotUsable>(answer);
    }

    [Theory]
    [InlineData("127.0.0.80", "MW ABUSE")]
    [InlineData("127.0.0.254", "DM PH MW CT ABUSE CR")]
    [InlineData("127.0.0.64", "ABUSE")]
    public async Task Reads_bits(string code, string names)
    {
        const string Zone = "multi.surbl.org";

        var listed = Assert.IsType<BlocklistAnswer.Listed>(await AskDomainAsync(Zone, $"surbl-org-permanent-test-point.com.{Zone} A 127.0.0.254\nexample.net.{Zone} A {code}"));

        Assert.Equal(names.Replace("DM ", "", StringComparison.Ordinal), string.Join(' ', listed.Codes.Select(part => part.Name)));
    }

    [Theory]
    [InlineData("multi.surbl.org")]
    [InlineData("multi.uribl.com")]
    public async Task The_first_bit_is_a_refusal(string zone) =>
        Assert.Equal(BlocklistTrouble.Refused, Assert.IsType<BlocklistAnswer.NotUsable>(await AskDomainAsync(zone, $"*.{zone} A 127.0.0.1")).Trouble);

    [Fact]
    public async Task Looks_up_every_half_octet_of_an_IPv6_address()
    {
        const string Address = "2001:db8::25";

        var listed = await AskAsync(Zen, Healthy + ListWorld.Listing(Address, Zen, "127.0.0.3"), Address);

        Assert.IsType<BlocklistAnswer.Listed>(listed);
        Assert.StartsWith("5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.zen", listed.Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_the_list_says_and_cuts_what_is_huge()
    {
        var strings = string.Join(' ', Enumerable.Repeat($"\"{new string('x', 250)}\"", 200));
        var records = ListWorld.Listing("192.0.2.1", Zen) + $"1.2.0.192.{Zen} TXT \"see https://check.spamhaus.org/\"\n1.2.0.192.{Zen} TXT {strings}\n";

        var answer = await AskAsync(Zen, Healthy + records);

        Assert.Contains($"1.2.0.192.{Zen} TXT \"see https://check.spamhaus.org/\"", answer.Evidence);
        Assert.All(answer.Evidence, line => Assert.InRange(line.Length, 1, 400));
    }

    [Theory]
    [InlineData(DnsFailure.ServerFailure, BlocklistTrouble.NoAnswer)]
    [InlineData(DnsFailure.TimedOut, BlocklistTrouble.NoAnswer)]
    [InlineData(DnsFailure.Refused, BlocklistTrouble.Refused)]
    public async Task A_failure_is_not_known(DnsFailure failure, BlocklistTrouble trouble)
    {
        foreach (var broken in (string[])["2.0.0.127.", "1.0.0.127.", "1.2.0.192."])
        {
            var resolver = new CountingResolver(Healthy) { Broken = broken + Zen, Failure = failure };
            var answer = await new BlocklistLookup(resolver).AskAsync(ListWorld.Source(Zen), IPAddress.Parse("192.0.2.1"), TestContext.Current.CancellationToken);
            Assert.Equal(trouble, Assert.IsType<BlocklistAnswer.NotUsable>(answer).Trouble);
        }
    }

    [Fact]
    public async Task Tests_a_zone_once()
    {
        var resolver = new CountingResolver(Healthy);
        var lookup = new BlocklistLookup(resolver);

        for (var i = 1; i <= 10; i++) await lookup.AskAsync(ListWorld.Source(Zen), IPAddress.Parse($"192.0.2.{i}"), TestContext.Current.CancellationToken);

        Assert.Equal(12, resolver.Questions);
    }

    [Fact]
    public async Task A_domain_too_long_for_a_zone_is_not_listed()
    {
        var name = DomainName.Parse(string.Join('.', Enumerable.Repeat(new string('a', 60), 4)));
        var resolver = new CountingResolver("dbltest.com.dbl.spamhaus.org A 127.0.1.2");

        Assert.IsType<BlocklistAnswer.NotListed>(await new BlocklistLookup(resolver).AskAsync(ListWorld.Source("dbl.spamhaus.org"), name, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void No_answer_outside_of_the_codes_is_ever_a_listing() => Gen.Select(Gen.Int[0, 255].Array[4], Gen.Int[0, ListWorld.Asked.Count - 1].Select(index => ListWorld.Asked[index])).Sample((octets, source) =>
    {
        var address = new IPAddress([.. octets.Select(octet => (byte)octet)]);
        var reply = new DnsAnswer.Found([new DnsRecord.Address(address)], TimeSpan.Zero);
        var isKnown = octets[0] == 127 && !(octets[1] == 255 && octets[2] == 255) && source.Zone.Codes.Any(code => code.Matches(address));
        return isKnown || ReturnCodes.Read(source, reply, []) is BlocklistAnswer.NotUsable;
    });

    private static Task<BlocklistAnswer> AskAsync(string zone, string records, string address = "192.0.2.1") =>
        new BlocklistLookup(new CountingResolver(records)).AskAsync(ListWorld.Source(zone), IPAddress.Parse(address), TestContext.Current.CancellationToken);

    private static Task<BlocklistAnswer> AskDomainAsync(string zone, string records) =>
        new BlocklistLookup(new CountingResolver(records)).AskAsync(ListWorld.Source(zone), DomainName.Parse("example.net"), TestContext.Current.CancellationToken);
}
