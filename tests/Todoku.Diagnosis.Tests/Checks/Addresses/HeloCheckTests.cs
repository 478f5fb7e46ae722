using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Dns;

namespace Todoku.Diagnosis.Tests.Checks.Addresses;

public sealed class HeloCheckTests
{
    [Theory]
    [InlineData("mail.example.com", "mail.example.com A 192.0.2.25", "leads-back", CheckStatus.Pass)]
    [InlineData("mail.example.com", "mail.example.com A 192.0.2.26", "elsewhere", CheckStatus.Warning)]
    [InlineData("mail.example.com", "mail.example.com AAAA 2001:db8::1", "elsewhere", CheckStatus.Warning)]
    [InlineData("mail.example.com", "", "no-such-name", CheckStatus.Problem)]
    [InlineData("mail.example.com", "mail.example.com TXT x", "no-such-name", CheckStatus.Problem)]
    [InlineData("192.0.2.25", "", "address", CheckStatus.Problem)]
    [InlineData("[192.0.2.25]", "", "address", CheckStatus.Problem)]
    [InlineData("[IPv6:2001:db8::1]", "", "address", CheckStatus.Problem)]
    [InlineData("localhost", "", "unqualified", CheckStatus.Problem)]
    [InlineData("web01", "web01 A 192.0.2.25", "unqualified", CheckStatus.Problem)]
    [InlineData("localhost.localdomain", "", "private-name", CheckStatus.Problem)]
    [InlineData("ip-10-0-0-5.ap-northeast-1.compute.internal", "", "private-name", CheckStatus.Problem)]
    [InlineData("server.local", "", "private-name", CheckStatus.Problem)]
    [InlineData("mail$.example.com", "", "bad-characters", CheckStatus.Problem)]
    [InlineData("mail_1.example.com", "mail_1.example.com A 192.0.2.25", "leads-back", CheckStatus.Pass)]
    public async Task Judges_the_name(string helo, string zone, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(zone) { Subject = CheckWorld.Sender(helo: helo) }.RunOneAsync(new HeloCheck());

        Assert.Equal((outcome, status), (result.Outcome, result.Status));
        Assert.NotEmpty(result.Evidence);
    }

    [Fact]
    public async Task Gives_the_record_that_is_missing()
    {
        var result = await new CheckWorld("") { Subject = CheckWorld.Sender(helo: "mail.example.com") }.RunOneAsync(new HeloCheck());

        Assert.Equal("mail.example.com. IN A 192.0.2.25", Assert.Single(result.Records).ToMasterFileLine());
    }

    [Fact]
    public async Task Without_a_name_or_an_address_nothing_is_said_against_it()
    {
        Assert.Equal("not-given", (await new CheckWorld("").RunOneAsync(new HeloCheck())).Outcome);
        var world = new CheckWorld("mail.example.com A 192.0.2.1") { Subject = CheckWorld.Sender(helo: "mail.example.com") with { Addresses = [] } };
        Assert.Equal("exists", (await world.RunOneAsync(new HeloCheck())).Outcome);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAAA")]
    public async Task One_family_without_an_answer_leaves_it_open(string type)
    {
        var nothing = new CheckWorld("") { Subject = CheckWorld.Sender(helo: "mail.example.com"), Failures = { [$"mail.example.com {type}"] = DnsFailure.TimedOut } };
        var other = new CheckWorld($"mail.example.com {(type == "A" ? "AAAA 2001:db8::1" : "A 192.0.2.1")}")
        {
            Subject = CheckWorld.Sender(helo: "mail.example.com"),
            Failures = { [$"mail.example.com {type}"] = DnsFailure.TimedOut },
        };

        Assert.Equal("unanswered", (await nothing.RunOneAsync(new HeloCheck())).Outcome);
        Assert.Equal("unanswered", (await other.RunOneAsync(new HeloCheck())).Outcome);
    }

    [Theory]
    [InlineData(DnsFailure.ServerFailure)]
    [InlineData(DnsFailure.TimedOut)]
    [InlineData(DnsFailure.AliasLoop)]
    public async Task No_answer_is_no_fault(DnsFailure failure)
    {
        var world = new CheckWorld("") { Subject = CheckWorld.Sender(helo: "mail.example.com"), Failures = { ["mail.example.com"] = failure } };

        Assert.Equal(CheckStatus.NotKnown, (await world.RunOneAsync(new HeloCheck())).Status);
    }
}
