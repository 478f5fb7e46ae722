using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Receiving;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Receiving;

public sealed class ReturnPathTests
{
    [Theory]
    [InlineData("example.com", "", "same", CheckStatus.Pass)]
    [InlineData("bounces.example.com", "", "relaxed", CheckStatus.Pass)]
    [InlineData("host.provider.example", "", "host-name", CheckStatus.Problem)]
    [InlineData("vps1.provider.example", "25.2.0.192.in-addr.arpa PTR vps1.provider.example.", "host-name", CheckStatus.Problem)]
    [InlineData("vps1.provider.example", "vps1.provider.example A 192.0.2.25", "host-name", CheckStatus.Problem)]
    [InlineData("shop.example.net", "shop.example.net A 192.0.2.25\nshop.example.net MX 10 mx.example.net.", "other-domain", CheckStatus.Warning)]
    [InlineData("service.example.net", "service.example.net A 192.0.2.99", "other-domain", CheckStatus.Warning)]
    [InlineData("example.co.jp", "", "other-domain", CheckStatus.Warning)]
    public async Task Compares_with_the_from_domain(string returnPath, string zone, string outcome, CheckStatus status)
    {
        var world = new CheckWorld(zone) { Subject = CheckWorld.Sender(helo: "host.provider.example", returnPath: returnPath) };

        var result = await world.RunOneAsync(new ReturnPathAlignmentCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
        Assert.Contains("From: example.com", result.Evidence);
    }

    [Theory]
    [InlineData(null, "not-given", CheckStatus.NotKnown)]
    [InlineData("www.example.com", "not-given", CheckStatus.NotKnown)]
    [InlineData("web01.provider.example", "host-default", CheckStatus.Warning)]
    public async Task What_the_server_gives_by_itself_is_a_warning_at_most(string? origin, string outcome, CheckStatus status)
    {
        var world = new CheckWorld("") { Subject = CheckWorld.Sender() with { LocalOrigin = origin is null ? null : DomainName.Parse(origin) } };

        var result = await world.RunOneAsync(new ReturnPathAlignmentCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Theory]
    [InlineData("bounces.example.com MX 10 mx.example.com.", "receives", CheckStatus.Pass)]
    [InlineData("bounces.example.com A 192.0.2.1", "receives", CheckStatus.Pass)]
    [InlineData("bounces.example.com MX 0 .", "null-mx", CheckStatus.Problem)]
    [InlineData("bounces.example.com TXT x", "no-server", CheckStatus.Problem)]
    [InlineData("example.com A 192.0.2.1", "no-such-domain", CheckStatus.Problem)]
    public async Task Bounces_must_reach_it(string zone, string outcome, CheckStatus status)
    {
        var world = new CheckWorld(zone) { Subject = CheckWorld.Sender(returnPath: "bounces.example.com") };

        var result = await world.RunOneAsync(new ReturnPathDomainCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task No_answer_is_no_fault()
    {
        var world = new CheckWorld("") { Subject = CheckWorld.Sender(returnPath: "bounces.example.net"), Failures = { ["bounces.example.net"] = DnsFailure.TimedOut, ["25.2.0.192.in-addr.arpa"] = DnsFailure.TimedOut } };

        Assert.Equal(CheckStatus.NotKnown, (await world.RunOneAsync(new ReturnPathDomainCheck())).Status);
        Assert.Equal("other-domain", (await world.RunOneAsync(new ReturnPathAlignmentCheck())).Outcome);
        Assert.Equal(CheckStatus.NotApplicable, (await new CheckWorld("").RunOneAsync(new ReturnPathDomainCheck())).Status);
    }
}
