using System.Net;
using Todoku.Sandbox.Mails;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Tests.Receiving;

/// <summary>Providers judge real mail that comes over real connections.</summary>
public sealed class ProviderTests
{
    private const string Web = "127.0.1.10";
    private const string Relay = "127.0.1.20";
    private const string NoName = "127.0.1.30";
    private const string Google = "127.0.2.1";
    private const string Yahoo = "127.0.2.2";
    private const string Postfix = "127.0.2.3";
    private const string Docomo = "127.0.2.4";
    private const string Flaky = "127.0.2.5";
    private const string Microsoft = "127.0.2.6";

    private const string Tables = """
        [[zone]]
        name = "hosting.example"
        records = '''
        @ TXT "v=spf1 -all"
        web1 TXT "v=spf1 ip4:192.0.2.10 ip4:203.0.113.20 -all"
        '''
        [[zone]]
        name = "customer.example"
        records = '''
        @ MX 10 mx
        @ TXT "v=spf1 ip4:203.0.113.20 -all"
        mx A 192.0.2.10
        '''
        [[zone]]
        name = "strict.example"
        records = '''
        @ MX 10 mx
        mx A 192.0.2.10
        _dmarc TXT "v=DMARC1; p=reject"
        '''
        [[blocklist]]
        zone = "zen.spamhaus.org"
        [[host]]
        address = "192.0.2.10"
        name = "web1.hosting.example"
        from = "127.0.1.10"
        [[host]]
        address = "203.0.113.20"
        name = "relay.example.net"
        from = "127.0.1.20"
        [[host]]
        address = "198.51.100.30"
        from = "127.0.1.30"
        [[provider]]
        profile = "google"
        host = "gmail-smtp-in.l.google.com"
        address = "127.0.2.1"
        domains = ["gmail.com"]
        [[provider]]
        profile = "yahoo"
        host = "mta5.am0.yahoodns.net"
        address = "127.0.2.2"
        domains = ["yahoo.com"]
        [[provider]]
        profile = "postfix"
        host = "mx.shop.example"
        address = "127.0.2.3"
        domains = ["shop.example"]
        users = ["info"]
        [[provider]]
        profile = "docomo"
        host = "mfsmax.docomo.ne.jp"
        address = "127.0.2.4"
        domains = ["docomo.ne.jp"]
        [[provider]]
        profile = "flaky"
        host = "mx.ill.example"
        address = "127.0.2.5"
        domains = ["ill.example"]
        [[provider]]
        profile = "microsoft"
        host = "outlook-com.olc.protection.outlook.com"
        address = "127.0.2.6"
        domains = ["outlook.com"]
        """;

    [Fact]
    public async Task The_story_of_a_form_at_google()
    {
        await using var world = await TestWorld.StartAsync(Tables);
        world.World.Apply(new WorldChange.List(Name("zen.spamhaus.org"), new Listing(IPNetwork.Parse("192.0.2.0/24"), Blocklist.UsualCode)));

        // The network is listed; then another machine, whose name in the Return-Path is not the customer's; then all is well.
        Assert.StartsWith("550-5.7.1 [192.0.2.10 18] Our system has detected", await SendAsync(world, Web, Google, "apache@web1.hosting.example", "a@gmail.com"), StringComparison.Ordinal);
        Assert.Contains("likely unsolicited mail", await SendAsync(world, Relay, Google, "apache@web1.hosting.example", "a@gmail.com"), StringComparison.Ordinal);
        Assert.StartsWith("250 2.2.0 OK", await SendAsync(world, Relay, Google, "form@customer.example", "a@gmail.com"), StringComparison.Ordinal);

        var mails = world.World.Mails.All();
        Assert.Equal(["listed", "not-aligned", ""], mails.Select(mail => string.Join(' ', mail.Because)));
        Assert.Equal(["192.0.2.10 zen.spamhaus.org", "203.0.113.20 ", "203.0.113.20 "], mails.Select(mail => $"{mail.Address} {string.Join(' ', mail.Blocklists)}"));
        Assert.StartsWith("spf=pass smtp.mailfrom=form@customer.example; dkim=none; dmarc=none", mails[2].Authentication, StringComparison.Ordinal);
        Assert.Equal((true, "hello", "customer.example"), (mails[2].IsAccepted, mails[2].Subject, mails[2].AuthorDomain));
    }

    [Theory]
    [InlineData(NoName, Google, "info@customer.example", "a@gmail.com", "no-such", "550-5.7.25 [198.51.100.30]")]
    [InlineData(Web, Google, "info@customer.example", "a@gmail.com", "customer.example", "550-5.7.26 The MAIL FROM domain [customer.example] has an SPF record with a hard")]
    [InlineData(Web, Google, "info@nowhere.example", "a@gmail.com", "nowhere.example", "550-5.7.26 This message does not pass authentication checks")]
    [InlineData(Relay, Google, "info@strict.example", "a@gmail.com", "strict.example", "550-5.7.26 Unauthenticated email from strict.example is not accepted")]
    [InlineData(Relay, Google, "info@customer.example", "unknown1@gmail.com", "customer.example", "550-5.1.1 The email account that you tried to reach does not exist")]
    [InlineData(Relay, Google, "info@customer.example", "a@other.example", "customer.example", "554 5.7.1 Relay access denied")]
    [InlineData(NoName, Postfix, "info@customer.example", "info@shop.example", "customer.example", "450 4.7.1 Client host rejected: cannot find your reverse hostname, [198.51.100.30]")]
    [InlineData(Relay, Postfix, "info@no.such.example", "info@shop.example", "customer.example", "450 4.1.8 <info@no.such.example>: Sender address rejected: Domain not found")]
    [InlineData(Relay, Postfix, "info@customer.example", "other@shop.example", "customer.example", "550 5.1.1 <other@shop.example>: Recipient address rejected")]
    [InlineData(Relay, Docomo, "info@customer.example", "filter@docomo.ne.jp", "customer.example", "550 User unknown")]
    [InlineData(Relay, Docomo, "info@customer.example", "a@docomo.ne.jp", "docomo.ne.jp", "550 Unknown user")]
    [InlineData(Relay, Docomo, "info@customer.example", "a@docomo.ne.jp", "customer.example", "250 ")]
    [InlineData(Web, Microsoft, "info@customer.example", "a@outlook.com", "customer.example", "550 5.7.23 The message was rejected because of Sender Policy Framework violation")]
    public async Task What_is_wrong_is_answered_in_the_provider_s_words(string from, string server, string sender, string recipient, string author, string reply)
    {
        await using var world = await TestWorld.StartAsync(Tables);

        Assert.StartsWith(reply, await SendAsync(world, from, server, sender, recipient, author), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yahoo_does_not_even_greet_an_address_of_bad_repute()
    {
        await using var world = await TestWorld.StartAsync(Tables);
        world.World.Apply(new WorldChange.Complain(Name("mta5.am0.yahoodns.net"), IPAddress.Parse("203.0.113.20"), 2));

        Assert.StartsWith("421 4.7.0 [TS01] Messages from 203.0.113.20 temporarily deferred due to user complaints", await SendAsync(world, Relay, Yahoo, "info@customer.example", "a@yahoo.com"), StringComparison.Ordinal);
        world.World.Apply(new WorldChange.AddressReputation(null, IPAddress.Parse("203.0.113.20"), 5));
        Assert.StartsWith("553 5.7.2 [TSS09] All messages from 203.0.113.20", await SendAsync(world, Relay, Yahoo, "info@customer.example", "a@yahoo.com"), StringComparison.Ordinal);
        // Half the way back in a week.
        world.World.Clock.Advance(TimeSpan.FromDays(21));
        Assert.StartsWith("250 ", await SendAsync(world, Relay, Yahoo, "info@customer.example", "a@yahoo.com"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_new_waits()
    {
        await using var world = await TestWorld.StartAsync(Tables);
        Task<string> SendAgainAsync() => SendAsync(world, Relay, Postfix, "info@customer.example", "info@shop.example", hello: "relay.example.net");

        Assert.StartsWith("451 4.7.1 <info@shop.example>: Recipient address rejected: Greylisted", await SendAgainAsync(), StringComparison.Ordinal);
        world.World.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.StartsWith("451 ", await SendAgainAsync(), StringComparison.Ordinal);
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("250 ", await SendAgainAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_in_too_short_a_time_waits_until_the_time_is_over()
    {
        await using var world = await TestWorld.StartAsync(Tables);
        for (var i = 0; i < 100; i++) Assert.StartsWith("250 ", await SendAsync(world, Relay, Yahoo, "info@customer.example", $"a{i}@yahoo.com"), StringComparison.Ordinal);

        Assert.StartsWith("421 4.7.0 [TSS04]", await SendAsync(world, Relay, Yahoo, "info@customer.example", "a@yahoo.com"), StringComparison.Ordinal);
        world.World.Clock.Advance(TimeSpan.FromHours(1));
        Assert.StartsWith("250 ", await SendAsync(world, Relay, Yahoo, "info@customer.example", "a@yahoo.com"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_recipients_cost_reputation()
    {
        await using var world = await TestWorld.StartAsync(Tables);
        for (var i = 0; i < 16; i++) await SendAsync(world, Relay, Google, "info@customer.example", $"unknown{i}@gmail.com");

        Assert.Contains("suspicious due to the very", await SendAsync(world, Relay, Google, "info@customer.example", "a@gmail.com"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_ill_is_ill_in_the_same_way_every_time()
    {
        async Task<string[]> RunAsync()
        {
            await using var world = await TestWorld.StartAsync(Tables);
            var replies = new string[12];
            for (var i = 0; i < replies.Length; i++) replies[i] = await SendAsync(world, Relay, Flaky, "info@customer.example", "a@ill.example");
            return replies;
        }

        var first = await RunAsync();

        Assert.Equal(first, await RunAsync());
        Assert.Contains("", first);
        Assert.Contains(first, reply => reply.StartsWith("250 ", StringComparison.Ordinal));
        Assert.Contains(first, reply => reply.StartsWith('4'));
    }

    [Fact]
    public async Task A_host_that_is_down_says_nothing_until_it_is_up()
    {
        await using var world = await TestWorld.StartAsync(Tables);
        world.World.Apply(new WorldChange.Switch(Name("mta5.am0.yahoodns.net"), false));

        Assert.Equal("", await SendAsync(world, Relay, Yahoo, "info@customer.example", "a@yahoo.com"));
        world.World.Apply(new WorldChange.Switch(Name("mta5.am0.yahoodns.net"), true));
        Assert.StartsWith("250 ", await SendAsync(world, Relay, Yahoo, "info@customer.example", "a@yahoo.com"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_oldest_mail_goes_when_there_is_no_more_room()
    {
        var store = new MailStore();
        var mail = new StoredMail(0, default, "mx", "google", IPAddress.Loopback, "", "", []);
        for (var i = 0; i < MailStore.MaxMails + 5; i++) store.Add(mail);

        Assert.Equal((MailStore.MaxMails, 6), (store.All().Count, store.All()[0].Id));
        Assert.Equal((true, true), (store.Find(5) is null, store.Find(6) is not null));
    }

    private static Todoku.Mail.DomainName Name(string text) => Todoku.Mail.DomainName.Parse(text);

    private static Task<string> SendAsync(TestWorld world, string from, string server, string sender, string recipient, string author = "customer.example", string hello = "web1.hosting.example") =>
        SmtpTalk.SendAsync(from, server, world.Server.SmtpPort, sender, recipient, $"From: Form <form@{author}>\nTo: {recipient}\nSubject: hello\n\nhello\n", hello);
}
