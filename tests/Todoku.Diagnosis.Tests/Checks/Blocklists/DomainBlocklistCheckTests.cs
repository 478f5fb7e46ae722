using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Blocklists;

namespace Todoku.Diagnosis.Tests.Checks.Blocklists;

public sealed class DomainBlocklistCheckTests
{
    private readonly DomainBlocklistCheck _check = new();

    [Theory]
    [InlineData("example.com.dbl.spamhaus.org A 127.0.1.2", "listed", CheckStatus.Problem)]
    [InlineData("example.com.dbl.spamhaus.org A 127.0.1.104", "abused", CheckStatus.Problem)]
    [InlineData("example.com.multi.surbl.org A 127.0.0.64", "listed", CheckStatus.Problem)]
    [InlineData("example.com.multi.surbl.org A 127.0.0.128", "abused", CheckStatus.Problem)]
    [InlineData("example.com.multi.surbl.org A 127.0.0.192", "listed", CheckStatus.Problem)]
    [InlineData("example.com.multi.surbl.org A 127.0.0.4", "not-listed", CheckStatus.Pass)]
    [InlineData("example.com.multi.uribl.com A 127.0.0.2", "listed", CheckStatus.Problem)]
    [InlineData("example.com.multi.uribl.com A 127.0.0.8", "listed-minor", CheckStatus.Warning)]
    [InlineData("example.com.dbl.nordspam.com A 127.0.0.2", "listed-minor", CheckStatus.Warning)]
    [InlineData("", "not-listed", CheckStatus.Pass)]
    public async Task Says_what_a_listing_is(string record, string outcome, CheckStatus status)
    {
        var result = await new CheckWorld(ListWorld.Zone(record)) { Subject = CheckWorld.Sender(ListWorld.Sender) }.RunOneAsync(_check);

        Assert.Equal((outcome, status, "example.com"), (result.Outcome, result.Status, result.Subject));
        Assert.NotEmpty(result.Evidence);
    }

    [Fact]
    public async Task Looks_up_the_domains_of_all_names_once()
    {
        var zone = ListWorld.Zone("25.113.0.203.in-addr.arpa PTR host25.pool.example.net.\nexample.net.dbl.spamhaus.org A 127.0.1.2\n");
        var world = new CheckWorld(zone) { Subject = CheckWorld.Sender(ListWorld.Sender, helo: "mail.example.com", returnPath: "bounces.example.org") };

        var results = await world.RunAsync(_check);

        Assert.Equal(["example.com", "example.org", "example.net"], results.Select(result => result.Subject));
        Assert.Equal(["not-listed", "not-listed", "host-listed"], results.Select(result => result.Outcome));
    }

    [Theory]
    [InlineData("*.multi.uribl.com A 127.0.0.1", "multi.uribl.com", "refused")]
    [InlineData("*.dbl.spamhaus.org A 127.255.255.254", "dbl.spamhaus.org", "refused")]
    [InlineData("*.multi.surbl.org A 203.0.113.80", "multi.surbl.org", "rewritten")]
    [InlineData("*.multi.surbl.org A 127.0.0.64", "multi.surbl.org", "not-usable")]
    public async Task A_list_that_does_not_answer_is_not_known(string records, string without, string outcome)
    {
        var results = await new CheckWorld(ListWorld.Zone(records, without)) { Subject = CheckWorld.Sender(ListWorld.Sender) }.RunAsync(_check);

        Assert.Equal([CheckStatus.Pass, CheckStatus.NotKnown], results.Select(result => result.Status));
        Assert.Equal(outcome, results[1].Outcome);
    }

    [Fact]
    public async Task Nothing_rewritten_is_a_listing()
    {
        var result = await new CheckWorld("* A 203.0.113.80") { Subject = CheckWorld.Sender(ListWorld.Sender) }.RunOneAsync(_check);

        Assert.Equal(("rewritten", CheckStatus.NotKnown), (result.Outcome, result.Status));
    }
}
