using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Diagnosis.Facts;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Redaction;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Facts;

/// <summary>The samples that the README names: a log with the DNS around it.</summary>
public sealed class SampleStoryTests
{
    [Theory]
    [InlineData(Language.English, "192.0.2.18 and 12 of 16 addresses around it are on Spamhaus", "the network your address is in")]
    [InlineData(Language.Japanese, "192.0.2.18 と、周辺 16 個のうち 12 個が Spamhaus に載っています", "送信元IPアドレスのネットワーク")]
    public async Task A_bad_reputation_in_a_listed_network(Language language, string title, string fault)
    {
        var report = await ReportAsync("google-reputation", "google-reputation", language, from: "shop.example");

        Assert.Contains(title, report, StringComparison.Ordinal);
        Assert.Contains(fault, report, StringComparison.Ordinal);
        Assert.Contains("        shop.example. IN TXT \"v=spf1 ip4:192.0.2.18 ~all\"\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("web1.hosting.example. IN TXT", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "Google (Gmail, Workspace) says low reputation; 192.0.2.18 and 203 of 255 addresses around it are on Spamhaus: the fault is the network's; the way out is another path")]
    [InlineData(Language.Japanese, "Google（Gmail、Workspace）はIPアドレスの評価が低いと応答しており、192.0.2.18 と、周辺 255 個のうち 203 個が Spamhaus に載っています。原因はネットワーク側にあり、解決策は別の経路で送ることです")]
    public async Task The_finding_itself_says_whose_fault_it_is_and_the_way_out(Language language, string sentence)
    {
        var report = await ReportAsync("google-reputation", "google-reputation", language, from: null, allNeighbours: true, width: 300);

        // As the answer to all, and over the finding.
        Assert.Equal(2, Flat(report).Split(Flat(sentence)).Length - 1);
    }

    [Fact]
    public async Task However_much_else_is_wrong_the_address_is_looked_up()
    {
        Finding[] others = [.. Enumerable.Range(1, 6).Select(n => FactWorld.Finding(Cause.SpfFail) with { Identity = new Identity { EnvelopeDomain = $"shop{n}.example", EnvelopeDomains = 1 } })];
        var result = FactWorld.Diagnosis([.. others, FactWorld.Finding(Cause.IpBlocklisted)]);

        var joined = await FactWorld.JoinAsync(result, FactWorld.Spamhaus(Enumerable.Range(1, 203)) + "example.com A 192.0.2.1");
        var report = Write(joined, Language.English, width: 300);

        Assert.Contains("Google (Gmail, Workspace) says blocklisted; 192.0.2.25 and 13 of 16 addresses around it are on Spamhaus: the fault is the network's; the way out is another path".Replace(" ", "", StringComparison.Ordinal), Flat(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "DNS shows a part of it mended now (192.0.2.25 may send for example.com (SPF pass, by ip4:192.0.2.25)). Still open: There is no DKIM key at s1._domainkey.example.com")]
    [InlineData(Language.Japanese, "DNS上は一部が直っています（192.0.2.25 は example.com で送信できます（SPF pass、該当: ip4:192.0.2.25））。残っている問題：")]
    public async Task What_is_mended_is_told_beside_what_is_open(Language language, string sentence)
    {
        const string zone = "example.com TXT \"v=spf1 ip4:192.0.2.25 -all\"\n_dmarc.example.com TXT \"v=DMARC1; p=none\"\n_domainkey.example.com TXT \"\"\n";
        var joined = await FactWorld.JoinAsync(FactWorld.Diagnosis(FactWorld.Finding(Cause.Unauthenticated) with { Identity = new Identity { EnvelopeDomain = "example.com", DkimDomain = "example.com", DkimSelector = "s1" } }), zone);

        Assert.True(joined.Findings[0].IsContradicted, string.Join("; ", FactWorld.Short(joined.Findings[0])));
        Assert.NotEqual("watch-next-log", joined.Plan[0].StepId);
        Assert.True(Flat(Write(joined, language, width: 300)).Contains(Flat(sentence), StringComparison.Ordinal), Write(joined, language, width: 300));
    }

    [Fact]
    public async Task Without_the_From_domain_no_record_is_asked_for_at_the_hosting_companys_name()
    {
        var report = await ReportAsync("google-reputation", "google-reputation", Language.English, from: null);

        Assert.DoesNotContain(" IN TXT ", report, StringComparison.Ordinal);
        Assert.Contains("Let Postfix replace the wrong envelope sender.", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_neighbours_are_counted_on_request()
    {
        var report = await ReportAsync("google-reputation", "google-reputation", Language.English, from: null, allNeighbours: true);

        Assert.Contains("192.0.2.18 and 203 of 255 addresses around it are on Spamhaus", report, StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(string log, string zone, Language language, string? from, bool allNeighbours = false, int width = 80)
    {
        var dns = new ZoneResolver([ZoneFile.Read(FactWorld.Repository($"samples/zones/{zone}.zone"))], inner: null);
        var facts = new DnsFacts(dns, FactWorld.Knowledge, new FakeTimeProvider()) { From = from is null ? null : DomainName.Parse(from), AllNeighbours = allNeighbours };
        var result = await facts.JoinAsync(FactWorld.Read(FactWorld.Repository($"samples/logs/{log}.log")), TestContext.Current.CancellationToken);
        return Write(result, language, width);
    }

    // Lines are broken by width.
    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Write(DiagnosisResult result, Language language, int width)
    {
        using var output = new MemoryStream();
        ReportFormat.All[0].Write(ReportBuilder.From(FactWorld.Knowledge, language, "test").Build(result, RedactionLevel.None), output, new ReportLayout { Width = width });
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
