using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests.Reading;

/// <summary>The log of a host and that of its own relay, read together.</summary>
public sealed class RelayHopTests
{
    private const string Web = """
        Jun  3 10:40:00 web postfix/pickup[1]: AAAA1: uid=33 from=<www-data>
        Jun  3 10:40:00 web postfix/cleanup[2]: AAAA1: message-id=<m1@web.example.com>
        Jun  3 10:40:00 web postfix/qmgr[3]: AAAA1: from=<info@example.com>, size=1000, nrcpt=2 (queue active)
        Jun  3 10:40:02 web postfix/smtp[4]: AAAA1: to=<c@direct.example>, relay=mx.direct.example[198.51.100.7]:25, delay=2, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as DDDD4)
        Jun  3 10:40:02 web postfix/smtp[4]: AAAA1: to=<a@gmail.com>, relay=relay.example.com[203.0.113.5]:25, delay=2, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as BBBB2)
        Jun  3 10:40:02 web postfix/qmgr[3]: AAAA1: removed

        """;

    private const string Relay = """
        Jun  3 10:40:02 relay postfix/smtpd[4]: BBBB2: client=web.example.com[203.0.113.9]
        Jun  3 10:40:02 relay postfix/cleanup[2]: BBBB2: message-id=<m1@web.example.com>
        Jun  3 10:40:02 relay postfix/qmgr[3]: BBBB2: from=<info@example.com>, size=1500, nrcpt=1 (queue active)
        Jun  3 10:40:04 relay postfix/smtp[7]: BBBB2: to=<a@gmail.com>, relay=gmail-smtp-in.l.google.com[142.250.102.27]:25, delay=2, dsn=5.7.1, status=bounced (host gmail-smtp-in.l.google.com[142.250.102.27] said: 550 5.7.1 spam (in reply to end of DATA command))
        Jun  3 10:40:04 relay postfix/qmgr[3]: BBBB2: removed

        """;

    private static readonly string[] Told =
    [
        "queued message=1 from=<info@example.com> size=1000 recipients=2 by=localuser:www-data",
        "delivered message=1 host=web instance=postfix qid=AAAA1 from=<info@example.com> to=<c@direct.example> relay=mx.direct.example ip=198.51.100.7 port=25 delay=2 by=localuser:www-data said: 250 2.0.0 Ok: queued as DDDD4",
        "bounced message=1 host=relay for=web instance=postfix qid=BBBB2 from=<info@example.com> to=<a@gmail.com> relay=gmail-smtp-in.l.google.com ip=142.250.102.27 port=25 dsn=5.7.1 stage=endofdata delay=2 by=localuser:www-data said: 550 5.7.1 spam",
        "removed",
    ];

    [Theory]
    [InlineData("web first")]
    [InlineData("relay first")]
    public void The_relay_knows_who_handed_the_message_in_and_the_hand_over_is_not_counted(string order)
    {
        var chains = new[] { Chain(Web, "web.log"), Chain(Relay, "relay.log") };
        if (order == "relay first") Array.Reverse(chains);

        Assert.Equal(Told, Read(chains));
    }

    [Fact]
    public void A_relay_whose_clock_is_ahead_is_joined_too()
    {
        var ahead = Relay.Replace("10:40:02", "10:39:59", StringComparison.Ordinal);

        var lines = Read(Chain(Web, "web.log"), Chain(ahead, "relay.log")).ToList();

        Assert.Equal(["queued", "delivered", "bounced", "removed"], lines.Select(line => line.Split(' ')[0]));
        Assert.Contains(" by=localuser:www-data said: 550 5.7.1 spam", lines[2], StringComparison.Ordinal);
        Assert.Equal(lines[1].Split(' ')[1], lines[2].Split(' ')[1]);
    }

    [Fact]
    public void A_relay_that_wants_a_login_knows_the_first_host_s_user_too()
    {
        var login = Relay.Replace("client=web.example.com[203.0.113.9]", "client=web.example.com[203.0.113.9], sasl_method=PLAIN, sasl_username=web", StringComparison.Ordinal);

        Assert.Equal(Told, Read(Chain(Web, "web.log"), Chain(login, "relay.log")));
    }

    [Fact]
    public void Without_the_relay_s_log_the_hand_over_is_what_there_is() =>
        Assert.Contains(Read(Chain(Web, "web.log")), line => line.Contains("to=<a@gmail.com> relay=relay.example.com", StringComparison.Ordinal));

    [Fact]
    public void Another_message_of_the_same_id_on_the_same_host_stays_its_own()
    {
        var again = Relay.Replace(" relay postfix", " web postfix", StringComparison.Ordinal);

        Assert.Contains(Read(Chain(Web, "web.log"), Chain(again, "relay.log")), line => line.Contains("by=client:203.0.113.9 said", StringComparison.Ordinal));
    }

    // As Todoku's relay writes them: finer than the seconds of traditional syslog, in which the message has left before the relay took it.
    [Theory]
    [InlineData("")]
    [InlineData("web in microseconds")]
    public void Todoku_s_relay_is_joined_and_its_deliveries_name_the_host_that_handed_in(string form)
    {
        var web = Web.Replace("250 2.0.0 Ok: queued as BBBB2", "250 2.0.0 Queued as 00000A", StringComparison.Ordinal);
        if (form.Length > 0) web = web.Replace("Jun  3 10:40:00", "2026-06-03T10:40:00.900000+00:00", StringComparison.Ordinal).Replace("Jun  3 10:40:02", "2026-06-03T10:40:02.900000+00:00", StringComparison.Ordinal);
        const string relay = """
            {"time":"2026-06-03T10:40:02.1Z","host":"relay.example.com","program":"todoku/smtpd","message":"00000A: client=unknown[203.0.113.9]"}
            {"time":"2026-06-03T10:40:02.2Z","host":"relay.example.com","program":"todoku/cleanup","message":"00000A: message-id=<m1@web.example.com>"}
            {"time":"2026-06-03T10:40:02.3Z","host":"relay.example.com","program":"todoku/qmgr","message":"00000A: from=<info@example.com>, size=1500, nrcpt=1 (queue active)","author-domain":"example.com"}
            {"time":"2026-06-03T10:40:04.1Z","host":"relay.example.com","program":"todoku/smtp","message":"00000A: to=<a@gmail.com>, relay=gmail-smtp-in.l.google.com[142.250.102.27]:25, delay=2, delays=0/0/0/0, dsn=2.0.0, status=sent (250 2.0.0 OK)","sender":"info@example.com","provider":"google","path":"direct","action":"delivered","attempts":1}
            {"time":"2026-06-03T10:40:04.1Z","host":"relay.example.com","program":"todoku/qmgr","message":"00000A: removed"}

            """;

        var lines = Read(Chain(web, "web.log"), Chain(relay, "relay.log")).ToList();

        Assert.Contains(
            "delivered message=1 host=relay.example.com for=web instance=todoku qid=00000A from=<info@example.com> to=<a@gmail.com> relay=gmail-smtp-in.l.google.com ip=142.250.102.27 port=25 delay=2 by=localuser:www-data said: 250 2.0.0 OK",
            lines);
        // In whole seconds the hand-over was told before the relay's lines came.
        Assert.Equal(form.Length > 0 ? 1 : 2, lines.Count(line => line.Contains("to=<a@gmail.com>", StringComparison.Ordinal)));
    }

    private static LogChain Chain(string text, string name) => new([MemoryLog.File(text, name)]);

    private static IEnumerable<string> Read(params LogChain[] chains) => MemoryLog.Read(new LogPlan(chains, [])).Lines.Select(line => line[(line.IndexOf(' ') + 1)..]);
}
