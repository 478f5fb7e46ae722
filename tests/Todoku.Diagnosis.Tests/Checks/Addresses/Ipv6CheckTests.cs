using System.Net;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Dns;

namespace Todoku.Diagnosis.Tests.Checks.Addresses;

public sealed class Ipv6CheckTests
{
    private static readonly IPAddress Six = IPAddress.Parse("2001:db8::25");

    private static string Ptr => $"{ReverseName.Of(Six)} PTR mail.example.com.\n";

    [Theory]
    [InlineData(false, "v=spf1 ip4:192.0.2.25 ip6:2001:db8::25 -all", "no-ptr", CheckStatus.Problem)]
    [InlineData(true, "v=spf1 ip4:192.0.2.25 ip6:2001:db8::25 -all", "equal", CheckStatus.Pass)]
    [InlineData(true, "v=spf1 ip4:192.0.2.25 -all", "no-spf", CheckStatus.Problem)]
    [InlineData(true, "v=spf1 ip4:192.0.2.25 ~all", "no-spf", CheckStatus.Problem)]
    [InlineData(true, "v=spf1 ip4:192.0.2.99 -all", "equal", CheckStatus.Pass)]
    [InlineData(true, "v=spf1 ip4:192.0.2.25 ip4:nonsense -all", "equal", CheckStatus.Pass)]
    public async Task Compares_both_families(bool hasPtr, string spf, string outcome, CheckStatus status)
    {
        var world = new CheckWorld($"{(hasPtr ? Ptr : "")}example.com TXT \"{spf}\"") { Subject = CheckWorld.Sender() with { Addresses = [IPAddress.Parse("192.0.2.25"), Six] } };

        var result = await world.RunOneAsync(new Ipv6Check());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
    }

    [Fact]
    public async Task Does_not_apply_without_ipv6() =>
        Assert.Equal(CheckStatus.NotApplicable, (await new CheckWorld("") { Subject = CheckWorld.Sender() }.RunOneAsync(new Ipv6Check())).Status);

    [Fact]
    public async Task No_answer_about_spf_is_no_fault()
    {
        var world = new CheckWorld(Ptr) { Subject = CheckWorld.Sender() with { Addresses = [Six] }, Failures = { ["example.com"] = DnsFailure.ServerFailure } };

        Assert.Equal(CheckStatus.NotKnown, (await world.RunOneAsync(new Ipv6Check())).Status);
    }
}
