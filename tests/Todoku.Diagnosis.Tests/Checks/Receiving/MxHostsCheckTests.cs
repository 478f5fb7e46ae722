using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Receiving;
using Todoku.Dns;

namespace Todoku.Diagnosis.Tests.Checks.Receiving;

public sealed class MxHostsCheckTests
{
    private const string Mx = "example.com MX 10 mx.example.com.\n";

    [Theory]
    [InlineData($"{Mx}mx.example.com A 192.0.2.1", "resolve", CheckStatus.Pass)]
    [InlineData($"{Mx}mx.example.com AAAA 2001:db8::1", "resolve", CheckStatus.Pass)]
    [InlineData($"{Mx}mx.example.com CNAME a.example.com.\na.example.com A 192.0.2.1", "alias", CheckStatus.Warning)]
    [InlineData($"{Mx}mx.example.com A 10.0.0.5", "private", CheckStatus.Problem)]
    [InlineData($"{Mx}mx.example.com A 127.0.0.1\nmx.example.com AAAA fd00::1", "private", CheckStatus.Problem)]
    [InlineData($"{Mx}mx.example.com A 10.0.0.5\nmx.example.com A 192.0.2.1", "resolve", CheckStatus.Pass)]
    [InlineData(Mx, "no-address", CheckStatus.Problem)]
    [InlineData($"{Mx}mx.example.com TXT x", "no-address", CheckStatus.Problem)]
    [InlineData("example.com MX 10 192.0.2.1.", "address", CheckStatus.Problem)]
    [InlineData($"{Mx}example.com MX 20 gone.example.com.\nmx.example.com A 192.0.2.1", "no-address", CheckStatus.Warning)]
    [InlineData("example.com A 192.0.2.1", "no-mx", CheckStatus.NotApplicable)]
    [InlineData("example.com MX 0 .", "no-mx", CheckStatus.NotApplicable)]
    public async Task Looks_where_the_servers_are(string zone, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(zone).RunOneAsync(new MxHostsCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
        Assert.NotEmpty(result.Evidence);
    }

    [Theory]
    [InlineData("example.com", DnsFailure.ServerFailure)]
    [InlineData("mx.example.com", DnsFailure.TimedOut)]
    [InlineData("mx.example.com", DnsFailure.AliasLoop)]
    public async Task No_answer_is_no_fault(string name, DnsFailure failure)
    {
        var result = await new CheckWorld(Mx) { Failures = { [name] = failure } }.RunOneAsync(new MxHostsCheck());

        Assert.Equal(("unanswered", CheckStatus.NotKnown), (result.Outcome, result.Status));
    }

    [Theory]
    [InlineData(Mx, "not-known", CheckStatus.NotKnown)]
    [InlineData("example.com MX 0 .", "cannot-receive", CheckStatus.Warning)]
    [InlineData("", "cannot-receive", CheckStatus.Warning)]
    public async Task Says_of_role_mailboxes_what_dns_tells(string zone, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(zone).RunOneAsync(new RoleMailboxCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }
}
