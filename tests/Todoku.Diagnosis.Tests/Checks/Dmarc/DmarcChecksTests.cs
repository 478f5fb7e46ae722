using CsCheck;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Dmarc;
using Todoku.Diagnosis.Tests.Checks.Dkim;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Dmarc;

public sealed class DmarcChecksTests
{
    private const string Mx = "\nexample.com MX 10 mx.example.com.\nmx.example.com A 192.0.2.99";

    private static readonly ICheck[] Checks =
        [new DmarcRecordCheck(), new DmarcSyntaxCheck(), new DmarcPolicyCheck(), new DmarcReportsCheck(), new DmarcAlignmentCheck(), new DmarcOrganizationCheck()];

    [Theory]
    [InlineData("_dmarc.example.com TXT \"v=DMARC1; p=none; rua=mailto:a@example.com\"", "published", CheckStatus.Pass, "")]
    [InlineData("example.com MX 10 mx.example.com.", "missing", CheckStatus.Warning, "v=DMARC1; p=none; rua=mailto:dmarc@example.com")]
    [InlineData("example.com MX 0 .", "missing-silent", CheckStatus.Warning, "v=DMARC1; p=none")]
    [InlineData("_dmarc.example.com TXT \"v=DMARC; p=none\"", "no-record-text", CheckStatus.Warning, "v=DMARC1; p=none")]
    [InlineData("_dmarc.example.com TXT \"v=DMARC1; p=reject; rua=mailto:a@example.com\"\n_dmarc.example.com TXT \"v=DMARC1; p=none; rua=mailto:b@example.com\"", "several",
        CheckStatus.Warning, "v=DMARC1; p=none; rua=mailto:b@example.com")]
    [InlineData("_dmarc.example.com TXT \"v=DMARC1; p=nothing\"", "unusable", CheckStatus.Warning, "v=DMARC1; p=none")]
    public async Task Record(string zone, string outcome, CheckStatus status, string record)
    {
        var result = await new CheckWorld(zone).RunOneAsync(new DmarcRecordCheck());

        Is(outcome, status, result);
        Assert.Equal(record, result.Records is [var only] ? only.Value : "");
        Assert.All(result.Records, advice => Assert.Equal("_dmarc.example.com", advice.Name.ToString()));
        Assert.NotEmpty(result.Evidence);
    }

    [Fact]
    public async Task The_organisation_s_record_is_taken()
    {
        var world = new CheckWorld("_dmarc.example.com TXT \"v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@example.com\"") { Subject = new CheckSubject { Domain = DomainName.Parse("news.example.com") } };

        Is("inherited", CheckStatus.Pass, await world.RunOneAsync(new DmarcRecordCheck()));
        Assert.Contains((await world.RunOneAsync(new DmarcPolicyCheck())).Values, value => value is { Name: "dmarc_result", Value: "quarantine" });
    }

    [Fact]
    public async Task Without_an_answer_nothing_is_missing()
    {
        var world = new CheckWorld("") { Failures = { ["_dmarc.example.com"] = DnsFailure.TimedOut } };

        foreach (var check in Checks) Assert.All(await world.RunAsync(check), result => Assert.Contains(result.Status, new[] { CheckStatus.NotKnown, CheckStatus.NotApplicable }));
    }

    [Theory]
    [InlineData("v=DMARC1; p=none; rua=mailto:a@example.com", "valid", CheckStatus.Pass, "")]
    [InlineData("v=DMARC1; p=reject; pct=50; rua=mailto:a@example.com", "old-tags", CheckStatus.Pass, "")]
    [InlineData("v=DMARC1; rua=mailto:a@example.com; p=none; x=y", "odd", CheckStatus.Pass, "")]
    [InlineData("v=DMARC1; p=rejekt; sp=reject; rua=mailto:a@example.com", "wrong", CheckStatus.Warning, "v=DMARC1; p=none; sp=reject; rua=mailto:a@example.com")]
    [InlineData("v=DMARC1; p=reject; adkim=x; rua=a@example.com,mailto:b@example.com", "wrong", CheckStatus.Warning, "v=DMARC1; p=reject; rua=mailto:b@example.com")]
    [InlineData("v=DMARC1; p=quarantine; p=none; rua=mailto:a@example.com", "wrong", CheckStatus.Warning, "v=DMARC1; p=quarantine; rua=mailto:a@example.com")]
    public async Task Syntax(string record, string outcome, CheckStatus status, string mended)
    {
        var result = await new CheckWorld($"_dmarc.example.com TXT \"{record}\"").RunOneAsync(new DmarcSyntaxCheck());

        Is(outcome, status, result);
        Assert.Equal(mended, result.Records is [var only] ? only.Value : "");
    }

    [Fact]
    public async Task A_mistake_is_told_with_what_may_stand_there()
    {
        var result = await new CheckWorld("_dmarc.example.com TXT \"v=DMARC1; p=rejekt; rua=mailto:a@example.com\"").RunOneAsync(new DmarcSyntaxCheck());

        Assert.Contains("p=rejekt: InvalidValue (none | quarantine | reject)", result.Evidence);
    }

    [Theory]
    [InlineData("p=none", "monitoring")]
    [InlineData("p=quarantine", "enforced")]
    [InlineData("p=reject", "enforced")]
    [InlineData("p=reject; t=y", "testing")]
    [InlineData("p=reject; sp=none", "weaker-below")]
    [InlineData("p=reject; np=quarantine", "weaker-below")]
    [InlineData("p=quarantine; sp=reject", "enforced")]
    public async Task Policy(string tags, string outcome) => Is(outcome, CheckStatus.Pass, await new CheckWorld($"_dmarc.example.com TXT \"v=DMARC1; {tags}\"").RunOneAsync(new DmarcPolicyCheck()));

    [Theory]
    [InlineData("rua=mailto:a@example.com", "", "arrive", CheckStatus.Pass)]
    [InlineData("rua=mailto:a@sub.example.com", "\nsub.example.com MX 0 .", "not-receivable", CheckStatus.Warning)]
    [InlineData("rua=mailto:a@nowhere.example.com", "", "not-receivable", CheckStatus.Warning)]
    [InlineData("rua=mailto:a@third.example", "\nthird.example A 192.0.2.1", "not-authorized", CheckStatus.Warning)]
    [InlineData("rua=mailto:a@third.example", "\nthird.example A 192.0.2.1\nexample.com._report._dmarc.third.example TXT \"v=DMARC1\"", "arrive", CheckStatus.Pass)]
    [InlineData("rua=mailto:a@third.example", "\nthird.example A 192.0.2.1\n*._report._dmarc.third.example TXT \"v=DMARC1;\"", "arrive", CheckStatus.Pass)]
    [InlineData("rua=https://third.example/reports", "", "no-mail", CheckStatus.NotKnown)]
    public async Task Reports(string tags, string zone, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld($"_dmarc.example.com TXT \"v=DMARC1; p=none; {tags}\"{Mx}{zone}").RunOneAsync(new DmarcReportsCheck());

        Is(outcome, status, result);
        Assert.Equal(outcome == "not-authorized" ? "example.com._report._dmarc.third.example. IN TXT \"v=DMARC1;\"" : "", result.Records is [var record] ? record.ToMasterFileLine() : "");
    }

    [Fact]
    public async Task Reports_are_asked_for_where_the_domain_receives_mail()
    {
        var result = await new CheckWorld($"_dmarc.example.com TXT \"v=DMARC1; p=reject; fo=1\"{Mx}").RunOneAsync(new DmarcReportsCheck());

        Is("none", CheckStatus.Warning, result);
        Assert.Equal("v=DMARC1; p=reject; fo=1; rua=mailto:dmarc@example.com", Assert.Single(result.Records).Value);
        Is("none-receivable", CheckStatus.Warning, await new CheckWorld("_dmarc.example.com TXT \"v=DMARC1; p=reject\"\nexample.com MX 0 .").RunOneAsync(new DmarcReportsCheck()));
    }

    [Theory]
    [InlineData("p=reject", "example.com", "example.com", "both", CheckStatus.Pass)]
    [InlineData("p=reject", "bounces.example.com", "example.net", "spf-only", CheckStatus.Pass)]
    [InlineData("p=reject; aspf=s", "bounces.example.com", "example.net", "refused", CheckStatus.Problem)]
    [InlineData("p=none; aspf=s", "bounces.example.com", "example.net", "unaligned", CheckStatus.Warning)]
    [InlineData("p=reject; t=y", "example.net", "example.net", "refused", CheckStatus.Problem)]
    [InlineData("p=quarantine; t=y", "example.net", "example.net", "unaligned", CheckStatus.Warning)]
    [InlineData("p=reject", "example.net", "mail.example.com", "dkim-only", CheckStatus.Pass)]
    [InlineData("p=reject; adkim=s", "example.net", "mail.example.com", "refused", CheckStatus.Problem)]
    [InlineData("p=reject", "closed.example.com", "", "hangs-on-dkim", CheckStatus.Warning)]
    [InlineData("p=none", "closed.example.com", "", "hangs-on-dkim", CheckStatus.NotKnown)]
    [InlineData("p=reject", "", "", "not-known", CheckStatus.NotKnown)]
    [InlineData("p=reject", "", "example.com", "dkim-only", CheckStatus.Pass)]
    public async Task Own_mail(string tags, string returnPath, string signing, string outcome, CheckStatus status)
    {
        var zone = $"_dmarc.example.com TXT \"v=DMARC1; {tags}\"\n" + string.Join('\n', new[] { "example.com", "bounces.example.com", "example.net" }.Select(domain => $"{domain} TXT \"v=spf1 ip4:192.0.2.25 -all\""))
            + "\nclosed.example.com TXT \"v=spf1 -all\"\n"
            + string.Join('\n', new[] { "example.com", "mail.example.com", "example.net" }.Select(domain => $"s1._domainkey.{domain} TXT {TestKeys.Strings(TestKeys.Record())}"));
        var world = new CheckWorld(zone)
        {
            Subject = CheckWorld.Sender(returnPath: returnPath.Length > 0 ? returnPath : null) with
            {
                Selectors = signing.Length > 0 ? [new SelectorHint("s1", DomainName.Parse(signing), SelectorOrigin.Message)] : [],
            },
        };

        Is(outcome, status, await world.RunOneAsync(new DmarcAlignmentCheck()));
    }

    [Fact]
    public async Task A_key_that_DNS_does_not_tell_leaves_it_open()
    {
        var world = new CheckWorld("_dmarc.example.com TXT \"v=DMARC1; p=reject\"\nexample.com TXT \"v=spf1 -all\"")
        {
            Subject = CheckWorld.Sender(returnPath: "example.com") with { Selectors = [new SelectorHint("s1", DomainName.Parse("example.com"), SelectorOrigin.Given)] },
            Failures = { ["s1._domainkey.example.com"] = DnsFailure.ServerFailure },
        };

        Is("not-known", CheckStatus.NotKnown, await world.RunOneAsync(new DmarcAlignmentCheck()));
    }

    [Theory]
    [InlineData("news.example.com", "_dmarc.example.com TXT \"v=DMARC1; p=none\"", "same")]
    [InlineData("news.example.com", "_dmarc.news.example.com TXT \"v=DMARC1; p=none\"", "differs")]
    [InlineData("news.example.com", "_dmarc.news.example.com TXT \"v=DMARC1; p=none; psd=n\"", "differs")]
    [InlineData("news.example.com", "", "same")]
    public async Task Organization(string from, string zone, string outcome) =>
        Is(outcome, CheckStatus.Pass, await new CheckWorld(zone) { Subject = new CheckSubject { Domain = DomainName.Parse(from) } }.RunOneAsync(new DmarcOrganizationCheck()));

    [Fact]
    public Task No_record_of_a_stranger_breaks_a_check() => Gen.String[Gen.Char["v=DMARC1;psnructa=:@,. \"\u001b\u00ffmailto"], 0, 60].Select(text => "v=DMARC1;p=reject;pct=" + text).Array[1, 3]
        .SampleAsync(async records =>
        {
            var zone = string.Join('\n', records.Select(record => $"_dmarc.example.com TXT \"{string.Concat(System.Text.Encoding.UTF8.GetBytes(record).Take(250).Select(octet => $"\\{octet:000}"))}\""));
            var world = new CheckWorld(zone + Mx) { Subject = CheckWorld.Sender(returnPath: "example.com") };
            foreach (var check in Checks)
            {
                foreach (var result in await world.RunAsync(check))
                {
                    // What is given to publish is a record that says what it seems to.
                    Assert.All(result.Records, record => Assert.StartsWith("v=DMARC1", record.Value, StringComparison.Ordinal));
                    Assert.All(result.Records, record => Assert.DoesNotContain('\u001b', record.Value));
                }
            }
        }, iter: 300);

    private static void Is(string outcome, CheckStatus status, CheckResult result) => Assert.Equal((outcome, status), (result.Outcome, result.Status));

    [Theory]
    [InlineData("bounces.example.com", "dkim-align-domain")]
    [InlineData("web1.hosting.example", "dkim-align-domain set-envelope-sender-postfix")]
    public async Task Only_what_is_not_aligned_is_to_be_brought_in_line(string returnPath, string steps)
    {
        var world = new CheckWorld("_dmarc.example.com TXT \"v=DMARC1; p=reject\"") { Subject = CheckWorld.Sender(returnPath: returnPath) };

        var result = await world.RunOneAsync(new DmarcAlignmentCheck());

        Assert.Equal(("hangs-on-dkim", steps), (result.Outcome, string.Join(' ', result.Steps ?? [])));
        Assert.DoesNotContain(result.Evidence, line => line.Contains("NotA", StringComparison.Ordinal));
    }
}
