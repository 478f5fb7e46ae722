using System.Net;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Dns;

namespace Todoku.Diagnosis.Tests.Checks.Addresses;

/// <summary>The points about names of addresses.</summary>
public sealed class ReverseNameTests
{
    private const string Reverse = "25.2.0.192.in-addr.arpa";

    [Theory]
    [InlineData("", "missing", CheckStatus.Problem)]
    [InlineData($"{Reverse} PTR mail.example.com.", "named", CheckStatus.Pass)]
    [InlineData($"{Reverse} PTR mail.example.com.\n{Reverse} PTR www.example.com.", "several", CheckStatus.Warning)]
    [InlineData($"{Reverse} PTR .", "missing", CheckStatus.Problem)]
    [InlineData($"{Reverse} CNAME 25.0-31.2.0.192.in-addr.arpa.\n25.0-31.2.0.192.in-addr.arpa PTR mail.example.com.", "named", CheckStatus.Pass)]
    public async Task Tells_whether_an_address_has_a_name(string zone, string outcome, CheckStatus status) =>
        Equal(outcome, status, await World(zone).RunOneAsync(new PtrCheck()));

    [Fact]
    public async Task Looks_at_each_address_by_itself()
    {
        var world = new CheckWorld($"{Reverse} PTR mail.example.com.")
        {
            Subject = CheckWorld.Sender() with { Addresses = [IPAddress.Parse("192.0.2.25"), IPAddress.Parse("2001:db8::25"), IPAddress.Parse("192.0.2.25")] },
        };

        var results = await world.RunAsync(new PtrCheck());

        Assert.Equal(["named", "missing-ipv6"], results.Select(result => result.Outcome));
        Assert.Equal("2001:db8::25", results[1].Subject);
    }

    [Fact]
    public async Task Nothing_is_missing_that_was_not_asked_for()
    {
        var world = new CheckWorld("example.com A 192.0.2.1");
        var relayed = new CheckWorld("example.com A 192.0.2.1") { Subject = CheckWorld.Sender() with { Addresses = [], RelayHost = Mail.DomainName.Parse("relay.example.net") } };

        Equal("no-address", CheckStatus.NotKnown, await world.RunOneAsync(new PtrCheck()));
        Equal("relayed", CheckStatus.NotKnown, await relayed.RunOneAsync(new PtrCheck()));
        foreach (var check in (ICheck[])[new ForwardConfirmedCheck(), new GenericNameCheck(), new PtrHeloCheck()])
            Equal("no-ptr", CheckStatus.NotApplicable, await world.RunOneAsync(check));
    }

    [Theory]
    [InlineData("mail.example.com A 192.0.2.25", "confirmed", CheckStatus.Pass)]
    [InlineData("mail.example.com A 192.0.2.1\nmail.example.com A 192.0.2.25", "confirmed", CheckStatus.Pass)]
    [InlineData("mail.example.com CNAME www.example.com.\nwww.example.com A 192.0.2.25", "confirmed", CheckStatus.Pass)]
    [InlineData("mail.example.com A 192.0.2.26", "not-confirmed", CheckStatus.Problem)]
    [InlineData("mail.example.com AAAA 2001:db8::25", "not-confirmed", CheckStatus.Problem)]
    [InlineData("", "not-confirmed", CheckStatus.Problem)]
    public async Task Asks_the_name_for_the_address(string zone, string outcome, CheckStatus status) =>
        Equal(outcome, status, await World($"{Reverse} PTR mail.example.com.\n{zone}").RunOneAsync(new ForwardConfirmedCheck()));

    [Fact]
    public async Task One_of_several_names_that_leads_elsewhere_is_a_risk()
    {
        var result = await World($"{Reverse} PTR mail.example.com.\n{Reverse} PTR old.example.com.\nmail.example.com A 192.0.2.25").RunOneAsync(new ForwardConfirmedCheck());

        Equal("partly", CheckStatus.Warning, result);
        Assert.Contains(result.Values, value => value is { Name: "names", Value: "old.example.com" });
    }

    [Theory]
    [InlineData("mail.example.com", "same", CheckStatus.Pass)]
    [InlineData("MAIL.example.com.", "same", CheckStatus.Pass)]
    [InlineData("mx1.example.com", "same-organization", CheckStatus.Pass)]
    [InlineData("mail.example.net", "differs", CheckStatus.Warning)]
    public async Task Compares_with_the_helo_name(string helo, string outcome, CheckStatus status)
    {
        var world = new CheckWorld($"{Reverse} PTR mail.example.com.") { Subject = CheckWorld.Sender(helo: helo) };

        Equal(outcome, status, await world.RunOneAsync(new PtrHeloCheck()));
    }

    [Theory]
    [InlineData("mail.example.com.", "own-name")]
    [InlineData("host-192-0-2-25.example.net.", "address-in-name")]
    [InlineData("25.2.0.192.static.example.net.", "address-in-name")]
    [InlineData("c0000219.example.net.", "address-in-name")]
    [InlineData("ppp7.tokyo.example.net.", "access-line")]
    [InlineData("ik1-301-12345.vs.sakura.ne.jp.", "provider-default")]
    public async Task Judges_the_name(string name, string outcome) =>
        Equal(outcome, outcome == "own-name" ? CheckStatus.Pass : CheckStatus.Warning, await World($"{Reverse} PTR {name}").RunOneAsync(new GenericNameCheck()));

    [Theory]
    [InlineData(DnsFailure.ServerFailure)]
    [InlineData(DnsFailure.TimedOut)]
    [InlineData(DnsFailure.AliasLoop)]
    [InlineData(DnsFailure.Malformed)]
    [InlineData(DnsFailure.Refused)]
    [InlineData(DnsFailure.Unreachable)]
    public async Task No_answer_is_no_fault(DnsFailure failure)
    {
        foreach (var check in (ICheck[])[new PtrCheck(), new ForwardConfirmedCheck(), new GenericNameCheck(), new PtrHeloCheck(), new Ipv6Check()])
        {
            var world = new CheckWorld("example.com A 192.0.2.1")
            {
                Subject = CheckWorld.Sender("2001:db8::25", helo: "mail.example.com"),
                Failures = { [ReverseName.Of(IPAddress.Parse("2001:db8::25")).ToString()] = failure },
            };

            Equal("unanswered", CheckStatus.NotKnown, await world.RunOneAsync(check));
        }
    }

    [Fact]
    public async Task A_name_that_can_not_be_asked_for_is_no_fault()
    {
        var world = World($"{Reverse} PTR mail.example.com.");
        world.Failures["mail.example.com"] = DnsFailure.TimedOut;

        Equal("unanswered", CheckStatus.NotKnown, await world.RunOneAsync(new ForwardConfirmedCheck()));
    }

    [Fact]
    public async Task A_loop_of_aliases_is_no_fault()
    {
        var world = World($"{Reverse} CNAME a.example.com.\na.example.com CNAME b.example.com.\nb.example.com CNAME a.example.com.");

        Equal("unanswered", CheckStatus.NotKnown, await world.RunOneAsync(new PtrCheck()));
    }

    [Fact]
    public async Task Odd_octets_in_names_are_looked_at_like_any()
    {
        var world = World($"{Reverse} PTR \\000\\255\\032x$\\040reboot\\041.example.com.");

        Equal("named", CheckStatus.Pass, await world.RunOneAsync(new PtrCheck()));
        Equal("not-confirmed", CheckStatus.Problem, await world.RunOneAsync(new ForwardConfirmedCheck()));
        Equal("own-name", CheckStatus.Pass, await world.RunOneAsync(new GenericNameCheck()));
    }

    [Fact]
    public async Task Of_thousands_of_names_only_some_are_asked_for()
    {
        var world = World(string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"{Reverse} PTR h{i}.example.com.")));

        var result = await world.RunOneAsync(new ForwardConfirmedCheck());

        Equal("unanswered", CheckStatus.NotKnown, result);
        Assert.InRange(result.Evidence.Count, 1, 50);
    }

    private static CheckWorld World(string zone) => new(zone) { Subject = CheckWorld.Sender() };

    private static void Equal(string outcome, CheckStatus status, CheckResult result) => Assert.Equal((outcome, status), (result.Outcome, result.Status));
}
