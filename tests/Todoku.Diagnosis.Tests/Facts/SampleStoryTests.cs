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

    private static async Task<string> ReportAsync(string log, string zone, Language language, string? from, bool allNeighbours = false)
    {
        var dns = new ZoneResolver([ZoneFile.Read(FactWorld.Repository($"samples/zones/{zone}.zone"))], inner: null);
        var facts = new DnsFacts(dns, FactWorld.Knowledge, new FakeTimeProvider()) { From = from is null ? null : DomainName.Parse(from), AllNeighbours = allNeighbours };
        var result = await facts.JoinAsync(FactWorld.Read(FactWorld.Repository($"samples/logs/{log}.log")), TestContext.Current.CancellationToken);
        using var output = new MemoryStream();
        ReportFormat.All[0].Write(ReportBuilder.From(FactWorld.Knowledge, language, "test").Build(result, RedactionLevel.None), output, new ReportLayout());
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
