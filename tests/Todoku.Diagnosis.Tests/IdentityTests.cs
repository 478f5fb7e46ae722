namespace Todoku.Diagnosis.Tests;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("web1.hosting.example", "web1.hosting.example", "")]
    [InlineData("web1", "web1.hosting.example", "")]
    [InlineData("web1.hosting.example", "customer.example", "customer.example")]
    [InlineData("web1", "web10.hosting.example", "web10.hosting.example")]
    [InlineData("", "customer.example", "customer.example")]
    [InlineData("web1", "<>", "")]
    public void Records_are_published_in_a_domain_of_the_senders_only(string host, string envelope, string expected) =>
        Assert.Equal(expected, new Identity { Host = host, EnvelopeDomain = envelope }.RecordDomain);

    [Theory]
    [InlineData("message size 35882577 exceeds size limit 20971520 of server smtp.relay.example[198.51.100.80]", false, "")]
    [InlineData("host smtp.relay.example[198.51.100.80] said: 550 5.7.1 [198.51.100.80] is on a block list, see https://www.spamhaus.org/", true, "198.51.100.80")]
    public void The_address_of_the_server_that_answers_is_not_the_senders(string reply, bool isRemote, string address)
    {
        var knowledge = Todoku.Knowledge.KnowledgeBase.LoadEmbedded();
        const string Relay = "198.51.100.80";
        var analyzer = new DeliveryAnalyzer(knowledge, new AnalyzerOptions());
        analyzer.Attempted(new Todoku.Mail.DeliveryAttempt
        {
            UtcTicks = MailScript.Ticks("10:00"),
            Status = Todoku.Mail.DeliveryStatus.Bounced,
            RelayHost = "smtp.relay.example"u8,
            RelayAddress = System.Text.Encoding.UTF8.GetBytes(address),
            IsRemoteReply = isRemote,
            Recipient = "a@example.net"u8,
            Reply = System.Text.Encoding.UTF8.GetBytes(reply),
        });
        var finding = analyzer.Conclude(new Understanding(1, 0, 1, 1, 1, 1, []), [], TimeSpan.Zero).Findings.Single();
        Assert.NotEqual(Relay, finding.Identity.SendingIp);
        Assert.DoesNotContain(finding.Values, value => value.Value == Relay);
    }
}
