using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Authentication.Dmarc.Reports;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.Dmarc;

public sealed class ReportAuthorizationTests
{
    private const string Name = "example.com._report._dmarc.third.example";

    [Theory]
    [InlineData("mailto:a@example.com", typeof(ReportAuthorization.SameOrganization))]
    [InlineData("mailto:a@reports.example.com", typeof(ReportAuthorization.SameOrganization))]
    [InlineData("https://third.example/r", typeof(ReportAuthorization.NotByMail))]
    [InlineData("mailto:a@third.example", typeof(ReportAuthorization.NotAuthorized))]
    public async Task Asks_only_those_outside(string address, Type outcome) => Assert.IsType(outcome, await CheckAsync(new DmarcZone(), address));

    [Theory]
    [InlineData("v=DMARC1", true)]
    [InlineData("v=DMARC1; rua=mailto:b@third.example", true)]
    [InlineData("v=spf1 -all", false)]
    [InlineData("yes", false)]
    public async Task A_record_with_the_version_says_yes(string text, bool isYes)
    {
        var outcome = await CheckAsync(new DmarcZone().WithTexts(Name, text), "mailto:a@third.example");

        if (isYes) Assert.Equal(new ReportAuthorization.Authorized(DomainName.Parse(Name), text), outcome);
        else Assert.Equal(new ReportAuthorization.NotAuthorized(DomainName.Parse(Name)), outcome);
    }

    [Fact]
    public async Task Several_records_say_yes() =>
        Assert.IsType<ReportAuthorization.Authorized>(await CheckAsync(new DmarcZone().WithTexts(Name, "other", "v=DMARC1;", "v=DMARC1"), "mailto:a@third.example"));

    [Theory]
    [InlineData(Name)]
    [InlineData("_dmarc.third.example")]
    public async Task A_query_that_fails_leaves_it_open(string name) =>
        Assert.Equal(new ReportAuthorization.Unknown(DomainName.Parse(Name), DnsFailure.TimedOut), await CheckAsync(new DmarcZone().Fails(name, DnsFailure.TimedOut), "mailto:a@third.example"));

    [Fact]
    public async Task A_name_too_long_for_DNS_can_say_nothing()
    {
        var policyDomain = DomainName.Parse(string.Join('.', Enumerable.Repeat(new string('a', 60), 4)));

        Assert.Equal(new ReportAuthorization.NotAuthorized(null), await CheckAsync(new DmarcZone(), "mailto:a@third.example", policyDomain));
    }

    private static async Task<ReportAuthorization> CheckAsync(DmarcZone zone, string address, DomainName? policyDomain = null)
    {
        zone.With("example.com", "v=DMARC1; p=none");
        Assert.True(ReportAddress.TryParse(address, out var parsed));
        var check = new ReportAuthorizationCheck(zone, new TreeWalk(new DmarcLookup(zone, DmarcStandard.Rfc9989)));
        return await check.CheckAsync(policyDomain ?? DomainName.Parse("example.com"), parsed, TestContext.Current.CancellationToken);
    }
}
