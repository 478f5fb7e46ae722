using Todoku.Authentication.MtaSts;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Transport;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Transport;

public sealed class MtaStsCheckTests
{
    private const string Zone = "example.com MX 10 mx.example.com.\n_mta-sts.example.com TXT \"v=STSv1; id=1;\"\n";
    private const string Policy = "version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 86400\r\n";

    [Theory]
    [InlineData(Policy, "enforced", CheckStatus.Pass)]
    [InlineData("version: STSv1\nmode: testing\nmx: *.example.com\nmax_age: 86400", "testing", CheckStatus.Pass)]
    [InlineData("version: STSv1\nmode: none\nmax_age: 86400", "switched-off", CheckStatus.Pass)]
    [InlineData("version: STSv1\nmode: enforce\nmx: *.mx.example.com\nmax_age: 86400", "mx-not-named", CheckStatus.Warning)]
    [InlineData("version: STSv1\nmode: enforce\nmx: *.com\nmax_age: 86400", "mx-not-named", CheckStatus.Warning)]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 86400", "mx-not-named", CheckStatus.Warning)]
    [InlineData("version: STSv1\nmode: enforce\nmax_age: 86400", "bad-policy", CheckStatus.Warning)]
    [InlineData("version: STSv1\nmode: enforce\nmx: mx.example.com", "bad-policy", CheckStatus.Warning)]
    [InlineData("version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 99999999", "bad-policy", CheckStatus.Warning)]
    [InlineData("version: STSv2\nmode: enforce\nmx: mx.example.com\nmax_age: 86400", "bad-policy", CheckStatus.Warning)]
    [InlineData("<html>\u0000\u001b[2J</html>", "bad-policy", CheckStatus.Warning)]
    [InlineData("", "bad-policy", CheckStatus.Warning)]
    public async Task Judges_the_policy(string policy, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(Zone) { Policies = new Fetcher(new PolicyFetch.Fetched(policy)) }.RunOneAsync(new MtaStsCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Theory]
    [InlineData("", "absent", CheckStatus.NotApplicable)]
    [InlineData("_mta-sts.example.com TXT \"something else\"", "absent", CheckStatus.NotApplicable)]
    [InlineData("_mta-sts.example.com TXT \"v=STSv1; id=1\"\n_mta-sts.example.com TXT \"v=STSv1; id=2\"", "several-records", CheckStatus.Warning)]
    [InlineData("_mta-sts.example.com TXT \"v=STSv1;\"", "bad-record", CheckStatus.Warning)]
    [InlineData("_mta-sts.example.com TXT \"v=STSv1; id=2026-01-01\"", "bad-record", CheckStatus.Warning)]
    public async Task Judges_the_record(string zone, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(zone) { Policies = new Fetcher(new PolicyFetch.Fetched(Policy)) }.RunOneAsync(new MtaStsCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task A_policy_of_any_size_is_shown_in_short()
    {
        var policy = $"{Policy}{string.Concat(Enumerable.Repeat($"mx: {new string('x', 600)}\n", 100))}";

        var result = await new CheckWorld(Zone) { Policies = new Fetcher(new PolicyFetch.Fetched(policy)) }.RunOneAsync(new MtaStsCheck());

        Assert.Equal("enforced", result.Outcome);
        Assert.All(result.Evidence, line => Assert.InRange(line.Length, 1, 1000));
    }

    [Fact]
    public async Task A_bad_certificate_is_told_apart()
    {
        var result = await new CheckWorld(Zone) { Policies = new Fetcher(new PolicyFetch.BadCertificate("certificate for another name")) }.RunOneAsync(new MtaStsCheck());

        Assert.Equal(("bad-certificate", CheckStatus.Warning), (result.Outcome, result.Status));
        Assert.Contains("https://mta-sts.example.com/.well-known/mta-sts.txt: certificate for another name", result.Evidence);
    }

    [Fact]
    public async Task What_was_not_reached_is_no_fault()
    {
        Assert.Equal(CheckStatus.NotKnown, (await new CheckWorld(Zone).RunOneAsync(new MtaStsCheck())).Status);
        Assert.Equal("no-policy", (await new CheckWorld(Zone) { Policies = new Fetcher(new PolicyFetch.Refused("HTTP 404")) }.RunOneAsync(new MtaStsCheck())).Outcome);
        foreach (var name in (string[])["_mta-sts.example.com", "example.com"])
        {
            var world = new CheckWorld(Zone) { Policies = new Fetcher(new PolicyFetch.Fetched(Policy)), Failures = { [name] = DnsFailure.ServerFailure } };
            Assert.Equal("unanswered", (await world.RunOneAsync(new MtaStsCheck())).Outcome);
        }
    }

    private sealed class Fetcher(PolicyFetch fetch) : IPolicyFetcher
    {
        public Task<PolicyFetch> FetchAsync(DomainName domain, CancellationToken cancellationToken) => Task.FromResult(fetch);
    }
}
