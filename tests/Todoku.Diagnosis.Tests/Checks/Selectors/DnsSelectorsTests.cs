using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Dkim;
using Todoku.Diagnosis.Checks.Selectors;
using Todoku.Diagnosis.Tests.Checks.Dkim;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Selectors;

/// <summary>Selectors of the services that a domain's MX and SPF name.</summary>
public sealed class DnsSelectorsTests
{
    private const string GoogleKey = "google._domainkey.example.com TXT KEY\n";

    [Theory]
    [InlineData(GoogleKey + "example.com MX 1 aspmx.l.google.com.", "google (Google Workspace)")]
    [InlineData(GoogleKey + "example.com TXT \"v=spf1 include:_spf.google.com ~all\"", "google (Google Workspace)")]
    [InlineData(GoogleKey + "example.com TXT \"v=spf1 redirect=_spf.example.com\"\n_spf.example.com TXT \"v=spf1 include:_spf.google.com ~all\"", "google (Google Workspace)")]
    // A key that nobody's MX or SPF goes with stays a guess.
    [InlineData(GoogleKey + "example.com MX 1 mail.example.com.", "")]
    // What others include is no service of this domain.
    [InlineData(GoogleKey + "example.com TXT \"v=spf1 include:spf.example.net ~all\"\nspf.example.net TXT \"v=spf1 include:_spf.google.com ~all\"", "")]
    [InlineData("example.com MX 1 aspmx.l.google.com.", "")]
    [InlineData("google._domainkey.example.com TXT \"v=DKIM1; p=\"\nexample.com MX 1 aspmx.l.google.com.", "")]
    [InlineData("*.example.com TXT KEY\nexample.com MX 1 aspmx.l.google.com.", "")]
    [InlineData(
        "example.com MX 1 example-com.mail.protection.outlook.com.\nselector1._domainkey.example.com CNAME selector1-example-com._domainkey.contoso.onmicrosoft.com.\n"
        + "selector2._domainkey.example.com CNAME selector2-example-com._domainkey.contoso.onmicrosoft.com.\nselector1-example-com._domainkey.contoso.onmicrosoft.com TXT KEY\n"
        + "contoso.onmicrosoft.com A 192.0.2.1",
        "selector1 (Microsoft 365)")]
    [InlineData("example.com TXT \"v=spf1 include:servers.mcsv.net -all\"\nk2._domainkey.example.com CNAME dkim2.mcsv.net.\ndkim2.mcsv.net TXT KEY", "k2 (Mailchimp)")]
    public async Task Finds(string zone, string expected)
    {
        var world = new CheckWorld(zone.Replace("KEY", TestKeys.Strings(TestKeys.Record()), StringComparison.Ordinal));

        var hints = await DnsSelectors.FindAsync(world.Context(), TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join(", ", hints.Select(hint => $"{hint.Selector} ({hint.Service})")));
        Assert.All(hints, hint => Assert.Equal(SelectorOrigin.Dns, hint.Origin));
    }

    [Fact]
    public async Task A_key_of_the_domains_own_service_that_is_broken_is_looked_at()
    {
        var zone = "example.com MX 1 aspmx.l.google.com.\ngoogle._domainkey.example.com TXT \"v=DKIM1; k=rsa; p=MIIB%%\"";
        var hints = await DnsSelectors.FindAsync(new CheckWorld(zone).Context(), TestContext.Current.CancellationToken);
        var world = new CheckWorld(zone) { Subject = new CheckSubject { Domain = DomainName.Parse("example.com"), Selectors = hints } };

        Assert.Equal("unreadable", (await world.RunOneAsync(new DkimKeyCheck())).Outcome);
    }
}
