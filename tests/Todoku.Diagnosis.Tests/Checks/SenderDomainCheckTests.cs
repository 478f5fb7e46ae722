using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Receiving;
using Todoku.Dns;

namespace Todoku.Diagnosis.Tests.Checks;

public sealed class SenderDomainCheckTests
{
    private readonly SenderDomainCheck _check = new();

    [Theory]
    [InlineData("example.com MX 10 mx.example.com.", "receives", CheckStatus.Pass)]
    [InlineData("example.com A 192.0.2.1", "receives", CheckStatus.Pass)]
    [InlineData("example.com AAAA 2001:db8::1", "receives", CheckStatus.Pass)]
    [InlineData("example.com MX 0 .", "null-mx", CheckStatus.Problem)]
    [InlineData("example.com TXT \"v=spf1 -all\"", "no-server", CheckStatus.Problem)]
    [InlineData("example.net A 192.0.2.1", "no-such-domain", CheckStatus.Problem)]
    public async Task Tells_whether_the_domain_can_receive(string zone, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(zone).RunOneAsync(_check);

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(status, result.Status);
        Assert.NotEmpty(result.Evidence);
    }

    [Fact]
    public async Task No_answer_is_no_fault()
    {
        var world = new CheckWorld("example.com A 192.0.2.1") { Failures = { ["example.com"] = DnsFailure.ServerFailure } };

        var result = await world.RunOneAsync(_check);

        Assert.Equal(CheckStatus.NotKnown, result.Status);
        Assert.Contains("SERVFAIL", result.Evidence[0], StringComparison.Ordinal);
    }
}
