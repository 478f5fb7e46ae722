using static Todoku.Knowledge.Tests.TestKnowledge;

namespace Todoku.Knowledge.Tests.Values;

public sealed class ExtractValuesTests
{
    private static readonly KnowledgeBase Knowledge = Of(
        ("rules/a.toml",
            Rule("pairs", "policy", "all = [\"captured\"]\ncaptures = [\"user {recipient} at {domain} via {helo}.\", \"code={code} wait {limit}\"]")
            + Rule("code", "policy", "all = [\"does not exist\"]\ncaptures = [\"553 {domain} does not exist\"]")),
        ("blocklists.toml", """
            [[blocklist]]
            id = "zone"
            name = "Zone"
            lists = "ip"
            reply_words = ["zone.example"]
            url = "https://zone.example/"
            source = "test"
            date = "2026-11"
            samples = ["x"]
            """));

    [Theory]
    [InlineData("550-5.7.1 [192.0.2.222 13] Our system has detected 550 5.7.1 v14si1155795plk.134 - gsmtp", "ip=192.0.2.222", "session=v14si1155795plk.134")]
    [InlineData("550 5.7.26 DKIM = did not pass 550-5.7.26 SPF [example.com] with ip: [192.0.2.1] = did not pass", "ip=192.0.2.1", "spf_domain=example.com", "spf_result=did not pass", "dkim_result=did not pass")]
    [InlineData("421 4.7.27 SPF example.org with IP address: 192.0.2.7 = Did not pass.", "ip=192.0.2.7", "spf_domain=example.org", "spf_result=Did not pass")]
    [InlineData("550 5.7.1 [2001:db8::7 13] no", "ip=2001:db8::7")]
    [InlineData("550 5.7.1 Client host [IPv6:2001:db8::7] blocked", "ip=IPv6:2001:db8::7")]
    [InlineData("421 4.7.0 [TSS04] Messages from 192.0.2.9 temporarily deferred - 4.16.55.1; see https://postmaster.example/error-codes", "ip=192.0.2.9", "code=TSS04", "url=https://postmaster.example/error-codes")]
    [InlineData("550 5.7.1 mail server IP [192.0.2.3] is on our block list (S3140).", "ip=192.0.2.3", "code=S3140")]
    [InlineData("550 5.7.1 [CS01] Message rejected due to local policy", "code=CS01")]
    [InlineData("550 5.1.1 <u@x.example>: Adresse invalide. LPN007_416", "recipient=u@x.example", "code=LPN007_416")]
    [InlineData("550 SC-004 (COL0-MC1-F1) messages from 192.0.2.22 weren't sent", "ip=192.0.2.22", "code=SC-004")]
    [InlineData("550 5.1.0 <b@c.example> sender rejected. AUP#In-1310", "sender=b@c.example", "code=AUP#In-1310")]
    [InlineData("450 4.7.1 <u@x.example>: Recipient address rejected: Greylisted for 5 minutes", "recipient=u@x.example", "limit=5 minutes")]
    [InlineData("450 try again in 300 seconds", "limit=300 seconds")]
    [InlineData("550 limit of 1,000 messages per 24 hours", "limit=1,000 messages", "limit=24 hours")]
    [InlineData("552 exceeds 20971520 bytes", "limit=20971520 bytes")]
    [InlineData("450 30分後に再送してください", "limit=30分")]
    [InlineData("504 5.5.2 <badhelo.example>: Helo command rejected: Host not found", "helo=badhelo.example")]
    [InlineData("550 5.1.8 <a@b.example>: Sender address rejected: Domain not found", "sender=a@b.example")]
    [InlineData("501 5.7.1 not accepted from <a@p2.example> to <k@e.example>", "sender=a@p2.example", "recipient=k@e.example")]
    [InlineData("554 5.7.1 rejected due to Example.org's DMARC policy. See https://support.example/kb (HT204137).", "dmarc_domain=Example.org", "url=https://support.example/kb", "code=HT204137")]
    [InlineData("550 5.7.509 Access denied, sending domain example.org does not pass DMARC verification and has a DMARC policy of reject.", "dmarc_domain=example.org", "dmarc_result=reject")]
    [InlineData("550 5.7.1 blocked using zone.example; see http://zone.example/q?ip=192.0.2.1", "blocklist=zone", "ip=192.0.2.1", "url=http://zone.example/q?ip=192.0.2.1")]
    [InlineData("550 5.5.0 mailbox unavailable [BN8NAM.eop-nam11.prod.protection.outlook.com 2026-11-01T08:00:00.000Z 08DCAB12]",
        "session=BN8NAM.eop-nam11.prod.protection.outlook.com 2026-11-01T08:00:00.000Z 08DCAB12")]
    [InlineData("550 captured: User a@b.example at D.example via h.example. code=X9 wait 3 days", "recipient=a@b.example", "domain=D.example", "helo=h.example", "code=X9", "limit=3 days")]
    [InlineData("553 mail.example.jp does not exist", "domain=mail.example.jp")]
    [InlineData("554 (see www.example.org/x).", "url=www.example.org/x")]
    [InlineData("550 id=00000-22-225", "session=00000-22-225")]
    [InlineData("550 DKIM signature d=example.org s=mail2026 failed, dkim=fail", "dkim_domain=example.org", "dkim_selector=mail2026", "dkim_result=fail")]
    public void Takes_values_out(string reply, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Knowledge.Values(reply).Select(value => $"{value.Name}={value.Value}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("connect to mx.example.net[192.0.2.1]:25: Connection timed out")] // the relay's address
    [InlineData("host mx.example.net[192.0.2.1] said: 550 5.1.1 gone")]
    [InlineData("550 blocked: returned 127.0.0.2 [127.0.0.2]")]
    [InlineData("550 version 1.2.3.4 is too old at 12:30:45")]
    [InlineData("550 5.1.1 User unknown")]
    [InlineData("550 <not an address> <@> <a@>")]
    [InlineData("550 http:// https:// www.")]
    [InlineData("")]
    public void Takes_nothing_that_is_no_value(string reply) => Assert.Empty(Knowledge.Values(reply));

    [Fact]
    public void Keeps_each_value_once_and_not_too_many()
    {
        Assert.Equal([("url", "https://a.example/")], Knowledge.Values("550 https://a.example/ https://a.example/ https://a.example/"));
        Assert.Equal(32, Knowledge.Values("550 " + string.Concat(Enumerable.Range(0, 100).Select(i => $"https://a{i}.example/ "))).Count);
        Assert.Empty(Knowledge.Values($"550 https://a.example/{new string('x', 400)}"));
    }
}
