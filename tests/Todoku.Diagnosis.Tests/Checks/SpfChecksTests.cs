using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Spf;
using Todoku.Dns;

namespace Todoku.Diagnosis.Tests.Checks;

public sealed class SpfChecksTests
{
    [Theory]
    [InlineData("example.com TXT \"v=spf1 mx -all\"", "published", CheckStatus.Pass, "")]
    [InlineData("example.com A 192.0.2.1", "missing", CheckStatus.Problem, "v=spf1 ip4:192.0.2.25 ~all")]
    [InlineData("example.com TXT \"some other text\"", "missing", CheckStatus.Problem, "v=spf1 ip4:192.0.2.25 ~all")]
    [InlineData("example.com TXT \"v=spf1 mx -all\"\nexample.com TXT \"v=spf1 a -all\"", "several", CheckStatus.Problem, "v=spf1 ip4:192.0.2.25 mx a -all")]
    [InlineData("example.net A 192.0.2.1", "no-such-domain", CheckStatus.Problem, "")]
    public async Task Record(string zone, string outcome, CheckStatus status, string record)
    {
        var result = await new CheckWorld(zone) { Subject = CheckWorld.Sender() }.RunOneAsync(new SpfRecordCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
        Assert.Equal(record, result.Records is [var only] ? only.Value : "");
    }

    [Fact]
    public async Task A_wrong_term_is_told_in_words()
    {
        var world = new CheckWorld("example.com TXT \"v=spf1 <img -all\"") { Subject = CheckWorld.Sender() };

        Assert.Contains("<img: unknown mechanism", (await world.RunOneAsync(new SpfSyntaxCheck())).Evidence);
    }

    [Theory]
    [InlineData("v=spf1 mx x=1 y=2 -all", "unknown-modifier", "x=1 y=2", "")]
    [InlineData("v=spf1 mx include=_spf.example.net x=1 -all", "wrong-sign", "include=_spf.example.net", "v=spf1 mx include:_spf.example.net -all x=1")]
    [InlineData("v=spf1 mx exp=why.example.com -all", "valid", "", "")]
    public async Task What_receivers_ignore_is_told(string record, string outcome, string term, string mended)
    {
        var result = await new CheckWorld($"example.com TXT \"{record}\"") { Subject = CheckWorld.Sender() }.RunOneAsync(new SpfSyntaxCheck());

        Assert.Equal((outcome, outcome == "valid" ? CheckStatus.Pass : CheckStatus.Warning), (result.Outcome, result.Status));
        Assert.Equal(term, result.Values.FirstOrDefault(value => value.Name == CheckValueNames.Term).Value ?? "");
        Assert.Equal(mended, result.Records is [var only] ? only.Value : "");
    }

    [Fact]
    public async Task One_fault_of_several_addresses_is_one_point_that_names_them()
    {
        var world = new CheckWorld("example.com TXT \"v=spf1 ip4:192.0.2.27 -all\"")
        {
            Subject = CheckWorld.Sender() with { Addresses = [.. new[] { "192.0.2.25", "192.0.2.26", "192.0.2.27" }.Select(System.Net.IPAddress.Parse)] },
        };

        var results = await CheckRunner.RunAsync([new SpfAddressCheck()], world.Context(), TestContext.Current.CancellationToken);

        Assert.Equal(["example.com 192.0.2.25, 192.0.2.26 fails", "example.com 192.0.2.27 passes"], results.Select(result => $"{result.Subject} {result.Outcome}"));
        Assert.Equal("192.0.2.25, 192.0.2.26", results[0].ValueOf(CheckValueNames.Names));
    }

    [Fact]
    public async Task All_points_name_one_record()
    {
        var world = new CheckWorld("example.com TXT \"v=spf1 ip4:192.0.2.1 ?all\"") { Subject = CheckWorld.Sender() };

        var results = await CheckRunner.RunAsync([new SpfAddressCheck(), new SpfEndCheck()], world.Context(), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Repeat("v=spf1 ip4:192.0.2.25 ip4:192.0.2.1 ~all", 2), results.SelectMany(result => result.Records).Select(record => record.Value));
    }

    [Fact]
    public async Task Without_an_answer_nothing_is_missing()
    {
        var world = new CheckWorld("") { Subject = CheckWorld.Sender(), Failures = { ["example.com"] = DnsFailure.TimedOut } };

        Assert.Equal(CheckStatus.NotKnown, (await world.RunOneAsync(new SpfRecordCheck())).Status);
        Assert.Equal(CheckStatus.NotKnown, (await world.RunOneAsync(new SpfAddressCheck())).Status);
        Assert.Equal(CheckStatus.NotApplicable, (await world.RunOneAsync(new SpfLookupsCheck())).Status);
    }

    [Fact]
    public async Task The_Return_Path_counts_and_the_From_domain_is_told_beside_it()
    {
        var world = new CheckWorld("""
            bounces.example.com TXT "v=spf1 -all"
            example.com A 192.0.2.1
            """)
        { Subject = CheckWorld.Sender(returnPath: "bounces.example.com") };

        var results = await world.RunAsync(new SpfRecordCheck());

        Assert.Equal(["bounces.example.com", "example.com"], results.Select(result => result.Subject));
        Assert.Equal([CheckStatus.Pass, CheckStatus.Warning], results.Select(result => result.Status));
    }

    [Fact]
    public async Task The_hosting_companys_name_is_not_the_senders_to_mend()
    {
        var world = new CheckWorld("web1.hosting.example A 192.0.2.25\nexample.com A 192.0.2.1") { Subject = CheckWorld.Sender(returnPath: "web1.hosting.example") };

        var results = await world.RunAsync(new SpfRecordCheck());

        Assert.Equal([("example.com", CheckStatus.Problem, 1), ("web1.hosting.example", CheckStatus.Warning, 0)], results.Select(result => (result.Subject, result.Status, result.Records.Count)));
    }

    [Fact]
    public async Task A_wrong_term_is_named_with_the_mended_record()
    {
        var result = await new CheckWorld("example.com TXT \"v=spf1 192.0.2.25 mx, -all\"") { Subject = CheckWorld.Sender() }.RunOneAsync(new SpfSyntaxCheck());

        Assert.Equal("wrong-term", result.Outcome);
        Assert.Contains("192.0.2.25 -> ip4:192.0.2.25", result.Evidence);
        Assert.Equal("v=spf1 ip4:192.0.2.25 mx -all", Assert.Single(result.Records).Value);
    }

    [Theory]
    [InlineData("v=spf1 ip4:192.0.2.0/24 -all", "passes", CheckStatus.Pass, "")]
    [InlineData("v=spf1 mx -all", "fails", CheckStatus.Problem, "v=spf1 ip4:192.0.2.25 mx -all")]
    [InlineData("v=spf1 mx ~all", "soft-fails", CheckStatus.Problem, "v=spf1 ip4:192.0.2.25 mx ~all")]
    [InlineData("v=spf1 mx ?all", "neutral", CheckStatus.Problem, "v=spf1 ip4:192.0.2.25 mx ?all")]
    [InlineData("v=spf1 include:nowhere.example -all", "error", CheckStatus.Problem, "")]
    public async Task This_very_address(string record, string outcome, CheckStatus status, string change)
    {
        var result = await new CheckWorld($"example.com TXT \"{record}\"\nexample.com MX 10 mx.example.com.\nmx.example.com A 192.0.2.99") { Subject = CheckWorld.Sender() }
            .RunOneAsync(new SpfAddressCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
        Assert.Equal(change, result.Records is [var only] ? only.Value : "");
    }

    [Fact]
    public async Task Of_several_records_no_term_is_to_blame()
    {
        var world = new CheckWorld("example.com TXT \"v=spf1 a -all\"\nexample.com TXT \"v=spf1 mx ~all\"") { Subject = CheckWorld.Sender() };

        Assert.Equal(("unusable", CheckStatus.Problem), await OutcomeAsync(new SpfAddressCheck()));
        Assert.Equal(("several", CheckStatus.NotApplicable), await OutcomeAsync(new SpfEndCheck()));

        async Task<(string, CheckStatus)> OutcomeAsync(ICheck check)
        {
            var result = await world.RunOneAsync(check);
            return (result.Outcome, result.Status);
        }
    }

    [Theory]
    [InlineData("v=spf1 -all", "closed", CheckStatus.Pass)]
    [InlineData("v=spf1 mx ~all", "closed", CheckStatus.Pass)]
    [InlineData("v=spf1 mx +all", "open", CheckStatus.Problem)]
    [InlineData("v=spf1 mx all", "open", CheckStatus.Problem)]
    [InlineData("v=spf1 mx ?all", "neutral", CheckStatus.Warning)]
    [InlineData("v=spf1 mx", "unended", CheckStatus.Warning)]
    [InlineData("v=spf1 redirect=closed.example", "closed", CheckStatus.Pass)]
    [InlineData("v=spf1 redirect=open.example", "open", CheckStatus.Problem)]
    [InlineData("v=spf1 redirect=nowhere.example", "not-followed", CheckStatus.NotKnown)]
    [InlineData("v=spf1 redirect=example.com", "not-followed", CheckStatus.NotKnown)]
    public async Task The_end(string record, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld($"example.com TXT \"{record}\"\nclosed.example TXT \"v=spf1 -all\"\nopen.example TXT \"v=spf1 +all\"").RunOneAsync(new SpfEndCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task An_open_record_is_closed_without_losing_a_term()
    {
        var result = await new CheckWorld("example.com TXT \"v=spf1 mx include:_spf.example.net +all\"").RunOneAsync(new SpfEndCheck());

        Assert.Equal("v=spf1 mx include:_spf.example.net ~all", Assert.Single(result.Records).Value);
    }

    [Theory]
    [InlineData("v=spf1 mx a -all", "few", CheckStatus.Pass)]
    [InlineData("v=spf1 include:nowhere.example -all", "dead-include", CheckStatus.Problem)]
    [InlineData("v=spf1 include:example.com -all", "loop", CheckStatus.Problem)]
    [InlineData("v=spf1 a:1.example a:2.example a:3.example a:4.example a:5.example a:6.example a:7.example a:8.example a:9.example -all", "near-limit", CheckStatus.Warning)]
    [InlineData("v=spf1 a:1.example a:2.example a:3.example a:4.example a:5.example a:6.example a:7.example a:8.example a:9.example a:10.example mx -all", "too-many", CheckStatus.Problem)]
    public async Task Look_ups(string record, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld($"example.com TXT \"{record}\"").RunOneAsync(new SpfLookupsCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task Too_many_look_ups_are_brought_down_where_the_sender_can()
    {
        var hosts = string.Join('\n', Enumerable.Range(1, 11).Select(i => $"h{i}.example.com A 192.0.2.{i}"));
        var record = $"v=spf1 {string.Join(' ', Enumerable.Range(1, 11).Select(i => $"a:h{i}.example.com"))} -all";

        var result = await new CheckWorld($"example.com TXT \"{record[..120]}\" \"{record[120..]}\"\n{hosts}").RunOneAsync(new SpfLookupsCheck());

        Assert.StartsWith("v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 ", Assert.Single(result.Records).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.com TXT \"v=spf1 mx ptr -all\"", "used", CheckStatus.Warning)]
    [InlineData("example.com TXT \"v=spf1 mx -all\"", "not-used", CheckStatus.Pass)]
    public async Task Ptr(string zone, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(zone).RunOneAsync(new SpfPtrCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Theory]
    [InlineData("mail.example.com TXT \"v=spf1 a -all\"\nmail.example.com A 192.0.2.25", "passes", CheckStatus.Pass)]
    [InlineData("mail.example.com A 192.0.2.25", "no-record", CheckStatus.Pass)]
    [InlineData("mail.example.com TXT \"v=spf1 a -all\"\nmail.example.com A 192.0.2.99", "refuses", CheckStatus.Warning)]
    [InlineData("mail.example.com TXT \"v=spf1 nonsense -all\"", "error", CheckStatus.Warning)]
    public async Task Helo(string zone, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(zone) { Subject = CheckWorld.Sender(helo: "mail.example.com") }.RunOneAsync(new SpfHeloCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }
}
