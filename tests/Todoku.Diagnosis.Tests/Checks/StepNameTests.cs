using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Reports.Checks;
using Todoku.Diagnosis.Tests.Checks.Dkim;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks;

/// <summary>Steps name the sender's own host, selector and domain, ready to be copied.</summary>
public sealed class StepNameTests
{
    private const string Reverse = "25.2.0.192.in-addr.arpa PTR web7.hosting.example.\n";
    private const string Forward = "web7.hosting.example A 192.0.2.25\n";

    [Theory]
    // HELO and reverse name differ: the reverse name is the one to take.
    [InlineData(Reverse + Forward + "mail.example.com A 192.0.2.25", "mail.example.com", "fix-helo-name", "postconf -e 'myhostname = web7.hosting.example'")]
    [InlineData(Reverse + Forward, "localhost", "fix-helo-name", "postconf -e 'myhostname = web7.hosting.example'")]
    // A reverse name that nobody chose can't serve; the server gets the usual one of its domain.
    [InlineData("25.2.0.192.in-addr.arpa PTR 192-0-2-25.hosting.example.\n192-0-2-25.hosting.example A 192.0.2.25", "localhost", "fix-helo-name", "postconf -e 'myhostname = mail.example.com'")]
    [InlineData("", "srv1.example.com", "set-ptr", "to srv1.example.com")]
    // What has to lead back is the name that is there.
    [InlineData(Reverse, "mail.example.com", "forward-confirm-ptr", "web7.hosting.example.    IN A    192.0.2.25")]
    public async Task Of_the_host(string zone, string helo, string step, string expected) =>
        Assert.Contains(expected, await StepAsync(zone, CheckWorld.Sender(helo: helo), step), StringComparison.Ordinal);

    [Theory]
    [InlineData("s1", "v=DKIM1; p=", "renew-dkim-key", "todoku dkim keygen --domain example.com --selector s2 --out s2.key")]
    [InlineData("mail", "SHORT", "renew-dkim-key", "in place of that of mail")]
    [InlineData("s1", "CUT", "dkim-shorter-key", "opendkim-genkey -b 1024 -d example.com -s s2 ")]
    [InlineData("s1", "CUT", "dkim-shorter-key", "then change s1 to s2 in KeyTable")]
    [InlineData("s1", "CUT", "dkim-cname-delegation", "    s1._domainkey.example.com.    IN CNAME    s1.dkim.other-domain.example.")]
    public async Task Of_the_selector(string selector, string record, string step, string expected)
    {
        var text = record switch { "SHORT" => TestKeys.Record(768), "CUT" => TestKeys.Record()[..255], _ => record };
        var subject = CheckWorld.Sender() with { Selectors = [new SelectorHint(selector, DomainName.Parse("example.com"), SelectorOrigin.Given)] };

        Assert.Contains(expected, await StepAsync($"{selector}._domainkey.example.com TXT {TestKeys.Strings(text)}", subject, step), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_server_that_receives()
    {
        var zone = "example.com MX 10 mx1.example.net.\nmx1.example.net A 192.0.2.9\n_mta-sts.example.com TXT \"v=STSv1\"";

        Assert.Contains("    mx: mx1.example.net", await StepAsync(zone, CheckWorld.Sender(), "fix-mta-sts"), StringComparison.Ordinal);
    }

    private static async Task<string> StepAsync(string zone, CheckSubject subject, string step)
    {
        var world = new CheckWorld(zone) { Subject = subject };
        var results = await CheckRunner.RunAllAsync(world.Context(), TestContext.Current.CancellationToken);
        foreach (var language in (Language[])[Language.Japanese, Language.English])
        {
            var report = new CheckReportBuilder(KnowledgeBase.LoadEmbedded(), language, "1").Build("example.com", [], SubjectFacts.ValuesOf(subject), results);
            var text = Assert.Single(report.Plan.Where(one => one.Id == step).Take(1)).Do;
            if (language == Language.English) return text;
            Assert.DoesNotContain("mail1", text, StringComparison.Ordinal);
        }
        return "";
    }
}
