using System.Net;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Checks;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Diagnosis.Tests.Checks.Dkim;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks;

/// <summary>One root cause is one point; others refer to it.</summary>
public sealed class ConsequencesTests
{
    private const string Well = "example.com MX 10 mail.example.com.\nmail.example.com A 192.0.2.25\n25.2.0.192.in-addr.arpa PTR mail.example.com.\n_dmarc.example.com TXT \"v=DMARC1; p=none; rua=mailto:a@example.com\"\n";
    private const string Spf = "example.com TXT \"v=spf1 ip4:192.0.2.25 -all\"\n";

    private static string Key { get; } = TestKeys.Record();

    public static TheoryData<string, string, string> Faults => new()
    {
        // A key that was cut is cut, and so can't be read.
        { $"s1._domainkey.example.com TXT \"{Key[..255]}\"", "dkim-dns", "dkim-key google yahoo microsoft" },
        { $"s1._domainkey.example.com TXT {TestKeys.Strings(Key.Replace(";", "\\;", StringComparison.Ordinal))}", "dkim-dns", "dkim-key google yahoo microsoft" },
        { $"s1._domainkey.example.com.example.com TXT {TestKeys.Strings(Key)}", "dkim-dns", "dkim google yahoo microsoft" },
        { "s1._domainkey.example.com CNAME nothing.example.net.\nexample.net A 192.0.2.1", "dkim-dns", "dkim google yahoo microsoft" },
        // A key that is nowhere, or not of this form, is a fault of its own.
        { "", "dkim", "google yahoo microsoft" },
        { "s1._domainkey.example.com TXT \"v=DKIM1; k=dsa; p=MIIB\"", "dkim-key", "google yahoo microsoft" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Of_a_key(string zone, string root, string others)
    {
        var results = await RunAsync(Well + Spf + zone, "192.0.2.25", selector: "s1");

        Assert.Equal((root, others), (Own(results), Following(results)));
    }

    [Theory]
    [InlineData("example.com TXT \"v=spf1 ip4:192.0.2.25 -all\"\nexample.com TXT \"v=spf1 -all\"\n", "spf", "spf-address google yahoo microsoft")]
    [InlineData("example.com TXT \"v=spf1 ipv4:192.0.2.25 -all\"\n", "spf-syntax", "spf-address google yahoo microsoft")]
    [InlineData("example.com TXT \"v=spf1 include:nothing.example.com -all\"\n", "spf-lookups", "spf-address google yahoo microsoft")]
    [InlineData("example.com TXT \"v=spf1 ip4:192.0.2.77 -all\"\n", "spf-address", "google yahoo microsoft")]
    public async Task Of_an_SPF_record(string spf, string root, string others)
    {
        var results = await RunAsync(Well + spf, "192.0.2.25");

        Assert.Equal((root, others), (Own(results), Following(results)));
    }

    [Theory]
    [InlineData("192.0.2.77", "ptr spf-address", "google yahoo microsoft")]
    [InlineData("2001:db8::25", "ptr spf-address", "ipv6 google yahoo microsoft")]
    public async Task Of_an_address(string address, string roots, string others)
    {
        var results = await RunAsync(Well + Spf, address);

        Assert.Equal((roots, others), (Own(results), Following(results)));
    }

    [Fact]
    public async Task Of_a_domain_that_does_not_exist()
    {
        var results = await RunAsync("example.net A 192.0.2.1", "", returnPath: "example.com");

        Assert.Equal(("sender-domain", "dmarc google microsoft return-path-domain role-mailboxes spf yahoo"), (Own(results), string.Join(' ', Following(results).Split(' ').Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task One_address_does_not_answer_for_another()
    {
        var results = await RunAsync(Well + Spf + "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR mail.example.com.\nmail.example.com AAAA 2001:db8::25\n", "192.0.2.26", other: "2001:db8::25");

        Assert.DoesNotContain("ipv6", Following(results), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "✗ example.com: 1 problem", "Goes away with the above (4)", "Follows from: The key in s1._domainkey.example.com ends early")]
    [InlineData(Language.Japanese, "✗ example.com: 問題1件", "上の項目を直せば解消するもの (4)", "原因：s1._domainkey.example.com")]
    public async Task The_report_counts_the_root_alone_and_tells_what_goes_away_with_it(Language language, string headline, string section, string reference)
    {
        var results = await RunAsync($"{Well}{Spf}s1._domainkey.example.com TXT \"{Key[..255]}\"", "192.0.2.25", selector: "s1");
        var report = new CheckReportBuilder(KnowledgeBase.LoadEmbedded(), language, "1").Build("example.com", [], [], results);
        var canvas = new TextCanvas(new ReportLayout { Width = 120 });

        CheckTextReport.Write(canvas, report);

        var text = canvas.ToString();
        Assert.StartsWith(headline, text, StringComparison.Ordinal);
        Assert.Contains(section, text, StringComparison.Ordinal);
        Assert.Contains(reference, text, StringComparison.Ordinal);
        Assert.All(report.Checks, check => Assert.True(check.Result.FollowsFrom.Count == 0 || check.Steps.Count == 0));
    }

    private static async Task<IReadOnlyList<CheckResult>> RunAsync(string zone, string address, string selector = "", string returnPath = "", string other = "")
    {
        var domain = DomainName.Parse("example.com");
        var world = new CheckWorld(zone)
        {
            Subject = new CheckSubject
            {
                Domain = domain,
                Addresses = [.. ((string[])[address, other]).Where(text => text.Length > 0).Select(IPAddress.Parse)],
                ReturnPathDomain = returnPath.Length > 0 ? DomainName.Parse(returnPath) : null,
                Selectors = selector.Length > 0 ? [new SelectorHint(selector, domain, SelectorOrigin.Given)] : [],
            },
        };
        return await CheckRunner.RunAllAsync(world.Context(), TestContext.Current.CancellationToken);
    }

    // Of warnings only those that a wrong world would hold here too.
    private static string Own(IReadOnlyList<CheckResult> results) =>
        string.Join(' ', results.Where(result => result is { Status: CheckStatus.Problem, FollowsFrom.Count: 0 }).Select(result => result.Check).Order(StringComparer.Ordinal));

    private static string Following(IReadOnlyList<CheckResult> results) =>
        string.Join(' ', results.Where(result => result.FollowsFrom.Count > 0).Select(result => result.Check == "receiver-rules" ? result.Subject : result.Check));
}
