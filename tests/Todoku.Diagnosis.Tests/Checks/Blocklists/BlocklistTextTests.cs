using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Blocklists;
using Todoku.Diagnosis.Reports.Checks;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Checks.Blocklists;

/// <summary>What the checks find has words in both languages, with nothing left open in them.</summary>
public sealed class BlocklistTextTests
{
    private const string Zen = "zen.spamhaus.org";

    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    public static TheoryData<string> Zones =>
    [
        ListWorld.Zone(),
        ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, Zen) + ListWorld.Neighbours(Zen, "127.0.0.2")),
        ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, Zen, "127.0.0.10") + ListWorld.Neighbours(Zen, "127.0.0.3", every: 3)),
        ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, Zen, "127.0.0.4") + ListWorld.Listing("203.0.113.26", Zen)),
        ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, "dnsbl-2.uceprotect.net") + ListWorld.Listing(ListWorld.Sender, "psbl.surriel.com") + "example.com.multi.surbl.org A 127.0.0.72\n"),
        ListWorld.Zone("example.com.multi.uribl.com A 127.0.0.8\nexample.com.dbl.spamhaus.org A 127.0.1.102\n25.113.0.203.in-addr.arpa PTR a.example.net.\nexample.net.dbl.nordspam.com A 127.0.0.2\n"),
        "* A 203.0.113.80",
        "*.org A 127.0.0.2\n*.net A 127.0.0.2\n*.com A 127.0.0.2",
        "example.org A 192.0.2.1",
    ];

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task No_value_is_missing(string zone)
    {
        var world = new CheckWorld(zone) { Subject = CheckWorld.Sender(ListWorld.Sender) };
        List<CheckResult> results = [.. await world.RunAsync(new AddressBlocklistCheck()), .. await world.RunAsync(new NeighbourBlocklistCheck()), .. await world.RunAsync(new DomainBlocklistCheck())];

        foreach (var check in Build(results, Language.English).Concat(Build(results, Language.Japanese)))
        {
            foreach (var text in (string[])[check.Title, check.Means, check.Verify])
                Assert.Equal(-1, text.AsSpan().IndexOfAny('{', '<', '|'));
        }
    }

    [Fact]
    public async Task A_code_is_told_in_the_language_of_the_report()
    {
        var world = new CheckWorld(ListWorld.Zone(ListWorld.Listing(ListWorld.Sender, Zen, "127.0.0.4") + ListWorld.Listing(ListWorld.Sender, Zen, "127.0.0.10")))
        {
            Subject = CheckWorld.Sender(ListWorld.Sender),
        };
        var results = await world.RunAsync(new AddressBlocklistCheck());

        Assert.Contains("XBL: an infected or hijacked machine sends from it; PBL: the network's owner says", Assert.Single(Build(results, Language.English)).Means, StringComparison.Ordinal);
        Assert.Contains("XBL：感染した、または乗っ取られた機器が使っている／PBL：ネットワークの管理者が", Assert.Single(Build(results, Language.Japanese)).Means, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ReportCheck> Build(IReadOnlyList<CheckResult> results, Language language) => new CheckReportBuilder(Knowledge, language, "1")
        .Build("example.com", [], [new ReplyValue("sender_domain", "example.com"), new ReplyValue(ReplyValueNames.Ip, ListWorld.Sender)], results).Checks;
}
