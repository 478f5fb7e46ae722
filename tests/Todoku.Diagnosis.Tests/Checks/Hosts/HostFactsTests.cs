using System.Net;
using System.Net.Sockets;
using CsCheck;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Hosts;

public sealed class HostFactsTests
{
    private const string Plain = "myhostname = mail.example.com\nmydomain = example.com\nmyorigin = example.com\nsmtp_helo_name = mail.example.com\ninet_protocols = all\ninet_interfaces = all\n";

    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    [Fact]
    public async Task Without_postfix_nothing_is_known()
    {
        Assert.Null(await HostFacts.ReadAsync(new NoHost(), TestContext.Current.CancellationToken));
        Assert.Null(await HostFacts.ReadAsync(new FakeHost(""), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reads_what_postfix_says()
    {
        var facts = await ReadAsync(new FakeHost(Plain));

        Assert.Equal("mail.example.com", facts.HeloName?.ToString());
        Assert.Equal("example.com", facts.Origin?.ToString());
        Assert.False(facts.IsRelayed);
        Assert.Equal([AddressFamily.InterNetwork, AddressFamily.InterNetworkV6], facts.Families);
    }

    [Fact]
    public async Task Fills_in_names_where_postconf_does_not()
    {
        var facts = await ReadAsync(new FakeHost("myhostname = mail.$mydomain\nmydomain = example.com\nmyorigin = ${mydomain}\nsmtp_helo_name = $(myhostname)\n") { Expands = false });

        Assert.Equal(("mail.example.com", "example.com"), (facts.HeloName?.ToString(), facts.Origin?.ToString()));
    }

    [Fact]
    public void A_circle_of_names_ends()
    {
        var settings = PostfixSettings.Parse("a = $b$b$b$b$b$b$b$b\nb = $a$a$a$a$a$a$a$a");

        Assert.InRange(settings["a"].Length, 1, 10_000);
    }

    [Fact]
    public void Reads_any_text() => Gen.String.Sample(text =>
    {
        var settings = PostfixSettings.Parse($"{text}\nmyorigin = {text}");
        Assert.NotNull(settings["myorigin"]);
        SigningConfiguration.Read(
            new FakeHost(null) { Files = { ["/etc/opendkim.conf"] = $"KeyTable {text}\n{text}", ["/etc/rspamd/local.d/dkim_signing.conf"] = text } }, DomainName.Parse("example.com"));
    });

    [Fact]
    public async Task Origin_may_stand_in_a_file() =>
        Assert.Equal("example.net", (await ReadAsync(new FakeHost(Plain.Replace("myorigin = example.com", "myorigin = /etc/mailname", StringComparison.Ordinal)) { Files = { ["/etc/mailname"] = "\nexample.net\n" } })).Origin?.ToString());

    [Theory]
    [InlineData("[smtp.example.net]:587", "smtp.example.net")]
    [InlineData("smtp.example.net:587", "smtp.example.net")]
    [InlineData("smtp.example.net", "smtp.example.net")]
    [InlineData("[127.0.0.1]:10025", null)]
    public async Task A_relay_sends_instead(string relay, string? name)
    {
        var host = new FakeHost($"{Plain}relayhost = {relay}") { Sources = ["192.0.2.25"] };
        var facts = await ReadAsync(host);
        var subject = HostSubject.Fill(new CheckWorld("").Subject, facts, host);

        Assert.Equal(name, subject.RelayHost?.ToString());
        Assert.Empty(subject.Addresses);
        Assert.Null(subject.HeloName);
    }

    [Theory]
    [InlineData("", "192.0.2.25 2001:db8::25", "192.0.2.25 2001:db8::25", FactOrigin.Interface)]
    [InlineData("", "10.0.0.5 fd00::5", "", FactOrigin.Given)]
    [InlineData("", "10.0.0.5 2001:db8::25", "2001:db8::25", FactOrigin.Interface)]
    [InlineData("smtp_bind_address = 192.0.2.77", "192.0.2.25", "192.0.2.77", FactOrigin.Postfix)]
    [InlineData("smtp_bind_address = 10.0.0.5", "192.0.2.25", "192.0.2.25", FactOrigin.Interface)]
    public async Task Finds_the_addresses(string setting, string sources, string expected, FactOrigin origin)
    {
        var host = new FakeHost(Plain + setting) { Sources = sources.Split(' ') };
        var subject = HostSubject.Fill(new CheckWorld("").Subject, await ReadAsync(host), host);

        Assert.Equal(expected, string.Join(' ', subject.Addresses));
        Assert.Equal(origin, subject.AddressOrigin);
    }

    [Fact]
    public async Task Without_ipv6_in_postfix_its_address_does_not_count()
    {
        var host = new FakeHost(Plain.Replace("inet_protocols = all", "inet_protocols = ipv4", StringComparison.Ordinal)) { Sources = ["192.0.2.25", "2001:db8::25"] };

        Assert.Equal([IPAddress.Parse("192.0.2.25")], HostSubject.Fill(new CheckWorld("").Subject, await ReadAsync(host), host).Addresses);
    }

    [Fact]
    public async Task One_address_to_listen_at_is_sent_from()
    {
        var facts = await ReadAsync(new FakeHost(Plain.Replace("inet_interfaces = all", "inet_interfaces = 192.0.2.30, 127.0.0.1", StringComparison.Ordinal)));

        Assert.Equal([IPAddress.Parse("192.0.2.30")], facts.BoundAddresses);
    }

    [Fact]
    public async Task What_the_user_says_goes_first()
    {
        var host = new FakeHost(Plain) { Sources = ["192.0.2.25"] };
        var facts = await ReadAsync(host);
        var given = CheckWorld.Sender("192.0.2.25", helo: "other.example.com");

        Assert.Equal("other.example.com", HostSubject.Fill(given, facts, host).HeloName?.ToString());
        Assert.Equal("mail.example.com", HostSubject.Fill(given with { HeloName = null }, facts, host).HeloName?.ToString());
        // Another host's address has another host's name.
        Assert.Null(HostSubject.Fill(CheckWorld.Sender("192.0.2.99"), facts, host).HeloName);
    }

    [Theory]
    [InlineData("example.com", "", "example.com")]
    [InlineData("mail.example.com", "", "example.com")]
    [InlineData("web01.provider.example", "mydestination = web01.provider.example, localhost, shop.example.co.jp", "example.co.jp")]
    [InlineData("web01.provider.example", "virtual_mailbox_domains = example.com, example.net", "provider.example")]
    [InlineData("web01.provider.example", "virtual_mailbox_domains = hash:/etc/postfix/domains", "provider.example")]
    public async Task Finds_the_domain(string origin, string hosted, string expected)
    {
        var facts = await ReadAsync(new FakeHost($"myhostname = {(origin == "example.com" ? "mail.example.com" : origin)}\nmyorigin = {origin}\n{hosted}"));

        Assert.Equal(expected, HostSubject.DomainOf(facts, Organization)?.ToString());
    }

    [Fact]
    public async Task Names_of_the_inside_make_no_domain() =>
        Assert.Null(HostSubject.DomainOf(await ReadAsync(new FakeHost("myhostname = localhost.localdomain\nmyorigin = localhost.localdomain")), Organization));

    [Theory]
    [InlineData("example.com", true)]
    [InlineData("shop.example.com", true)]
    [InlineData("example.net", false)]
    [InlineData("customer.example", true)]
    [InlineData("signed.example", true)]
    public async Task Knows_whose_mail_it_sends(string domain, bool applies)
    {
        var host = new FakeHost($"{Plain}virtual_mailbox_domains = customer.example")
        {
            Files = { ["/etc/opendkim.conf"] = "KeyTable refile:/etc/opendkim/KeyTable", ["/etc/opendkim/KeyTable"] = "s1._domainkey.signed.example signed.example:s1:/etc/opendkim/keys/s1.private" },
        };

        Assert.Equal(applies, HostSubject.Applies(await ReadAsync(host), DomainName.Parse(domain), Organization));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("sender_canonical_maps = hash:/etc/postfix/sender_canonical", false)]
    public async Task A_rewritten_sender_is_not_guessed(string setting, bool isKnown)
    {
        var host = new FakeHost(Plain + setting);

        Assert.Equal(isKnown, HostSubject.Fill(new CheckWorld("").Subject, await ReadAsync(host), host).LocalOrigin is not null);
    }

    private static async Task<HostFacts> ReadAsync(IHost host) => Assert.IsType<HostFacts>(await HostFacts.ReadAsync(host, TestContext.Current.CancellationToken));

    private static string Organization(DomainName name) => Knowledge.OrganizationalDomain(System.Text.Encoding.ASCII.GetBytes(name.ToString()));
}
