using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Dns.Tests.Zones;

public sealed class ZoneResolverTests
{
    private const string Whole = """
        $ORIGIN example.com.
        @ 600 SOA ns1 mail 1 2 3 4 300
        @ 600 NS ns1
        @ 600 TXT "one"
        @ 600 TXT "one"
        @ 600 TXT "two"
        a.deep 600 A 192.0.2.1
        alias 60 CNAME chain
        chain 50 CNAME a.deep
        out 60 CNAME www.other.example.
        gone 60 CNAME nothing
        loop 60 CNAME pool
        pool 60 CNAME loop
        *.wild 600 TXT "star"
        *.wild 600 MX 10 @
        sub.wild 600 A 192.0.2.2
        *.cwild 60 CNAME a.deep
        handed 600 NS ns.other.example.
        """;

    private static readonly DnsAnswer Elsewhere = new DnsAnswer.Failed(DnsFailure.Other, "inner");

    // RFC 4592, section 2.2.1: what a wildcard covers and what not.
    [Theory]
    [InlineData("example.com", "TXT", "\"one\" | \"two\"")]
    [InlineData("EXAMPLE.com", "MX", "nodata 300")]
    [InlineData("deep.example.com", "A", "nodata 300")]
    [InlineData("nothing.example.com", "A", "nxdomain 300")]
    [InlineData("x.a.deep.example.com", "A", "nxdomain 300")]
    [InlineData("alias.example.com", "A", "192.0.2.1 (chain.example.com a.deep.example.com) 50")]
    [InlineData("alias.example.com", "CNAME", "chain.example.com.")]
    [InlineData("alias.example.com", "AAAA", "nodata 50")]
    [InlineData("gone.example.com", "A", "nxdomain 60")]
    [InlineData("loop.example.com", "A", "AliasLoop")]
    [InlineData("x.wild.example.com", "TXT", "\"star\"")]
    [InlineData("x.y.wild.example.com", "TXT", "\"star\"")]
    [InlineData("x.wild.example.com", "A", "nodata 300")]
    [InlineData("*.wild.example.com", "TXT", "\"star\"")]
    [InlineData("sub.wild.example.com", "TXT", "nodata 300")]
    [InlineData("x.sub.wild.example.com", "TXT", "nxdomain 300")]
    [InlineData("wild.example.com", "TXT", "nodata 300")]
    [InlineData("x.cwild.example.com", "A", "192.0.2.1 (a.deep.example.com) 60")]
    [InlineData("out.example.com", "A", "Other")]
    [InlineData("x.handed.example.com", "A", "Other")]
    [InlineData("handed.example.com", "NS", "Other")]
    [InlineData("example.org", "A", "Other")]
    public async Task A_zone_with_SOA_is_whole(string name, string type, string expected) => Assert.Equal(expected, await AskAsync([Whole], name, type));

    [Fact]
    public async Task Other_records_replace_those_of_their_name_and_type()
    {
        const string change = "example.com TXT \"new\"\n*.try.example.com A 192.0.2.7\nnew.example.com CNAME a.deep.example.com.\nwww.other.example A 192.0.2.8";
        string[] files = [Whole, change];

        Assert.Equal("\"new\"", await AskAsync(files, "example.com", "TXT"));
        Assert.Equal("ns1.example.com.", await AskAsync(files, "example.com", "NS"));
        Assert.Equal("192.0.2.7", await AskAsync(files, "x.try.example.com", "A"));
        Assert.Equal("192.0.2.1 (a.deep.example.com) 600", await AskAsync(files, "new.example.com", "A"));
        Assert.Equal("192.0.2.8 (www.other.example) 60", await AskAsync(files, "out.example.com", "A"));
        Assert.Equal("Other", await AskAsync(files, "www.other.example", "TXT"));
        Assert.Equal("Other", await AskAsync([change], "example.com", "MX"));
    }

    [Fact]
    public async Task With_nobody_to_ask_the_files_are_all_there_is()
    {
        string[] files = [Whole, "a.example.org A 192.0.2.9"];

        Assert.Equal("192.0.2.9", await AskAsync(files, "a.example.org", "A", isClosed: true));
        Assert.Equal("nodata 0", await AskAsync(files, "a.example.org", "TXT", isClosed: true));
        Assert.Equal("nodata 0", await AskAsync(files, "example.org", "A", isClosed: true));
        Assert.Equal("nxdomain 0", await AskAsync(files, "b.example.org", "A", isClosed: true));
        Assert.Equal("nxdomain 0", await AskAsync(files, "out.example.com", "A", isClosed: true));
        Assert.Equal("ns.other.example.", await AskAsync(files, "handed.example.com", "NS", isClosed: true));
    }

    [Fact]
    public async Task The_zone_nearest_to_the_name_answers()
    {
        const string below = "$ORIGIN deep.example.com.\n@ SOA a b 1 2 3 4 5\nb A 192.0.2.3";

        Assert.Equal("192.0.2.3", await AskAsync([Whole, below], "b.deep.example.com", "A"));
        Assert.Equal("nxdomain 5", await AskAsync([Whole, below], "a.deep.example.com", "A"));
    }

    [Fact]
    public async Task An_alias_that_leads_on_is_asked_of_others_under_its_target()
    {
        var inner = new ScriptedResolver(question => new DnsAnswer.Found([new DnsRecord.Name(question.Name)], TimeSpan.FromSeconds(90)) { Aliases = [DomainName.Parse("last.example")] });

        var found = Assert.IsType<DnsAnswer.Found>(await new ZoneResolver([ZoneFile.Parse(Whole)], inner).AskAsync(DomainName.Parse("out.example.com"), DnsRecordType.PTR, CancellationToken.None));

        Assert.Equal(["www.other.example", "last.example"], found.Aliases.Select(alias => alias.ToString()));
        Assert.Equal(TimeSpan.FromSeconds(60), found.TimeToLive);
    }

    private static async Task<string> AskAsync(string[] files, string name, string type, bool isClosed = false)
    {
        var resolver = new ZoneResolver([.. files.Select((text, at) => ZoneFile.Parse(text, $"zone{at}"))], isClosed ? null : new ScriptedResolver(_ => Elsewhere));
        return await resolver.AskAsync(DomainName.Parse(name), Enum.Parse<DnsRecordType>(type), CancellationToken.None) switch
        {
            DnsAnswer.Found found => string.Join(" | ", found.Records.Select(record => RecordText.Of(record)))
                + (found.Aliases.Count > 0 ? $" ({string.Join(' ', found.Aliases)}) {found.TimeToLive.TotalSeconds}" : ""),
            DnsAnswer.NoData none => $"nodata {none.TimeToLive.TotalSeconds}",
            DnsAnswer.NoSuchDomain none => $"nxdomain {none.TimeToLive.TotalSeconds}",
            DnsAnswer.Failed failed => failed.Failure.ToString(),
            _ => "",
        };
    }
}
