namespace Todoku.Scenarios.Relay;

/// <summary>A receiver takes a message, and sends a bounce later.</summary>
public sealed class BounceTests
{
    private const string ReturnDomain = "bounces.hosting.example";

    [Fact(Timeout = Internet.Patience)]
    public async Task A_bounce_that_comes_back_tells_the_sender_and_suppresses_the_recipient()
    {
        var ct = TestContext.Current.CancellationToken;
        var zones = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["news.example"] = $"@ MX 10 mx\nmx A {Internet.OtherReceiver}",
            ["hosting.example"] = $"bounces MX 10 mail\nmail A {Internet.First}",
        };
        await using var internet = await Internet.StartAsync(zones, ct);
        var shop = await new MailSink(internet.Folder, "mx.shop.example").StartAsync(internet.Network, Internet.Receiver, ct);
        var news = await new MailSink(internet.Folder, "mx.news.example").StartAsync(internet.Network, Internet.OtherReceiver, ct);
        await using var relay = await internet.RelayAsync($"""
            [[listen]]
            address = "{Internet.First}:25"
            role = "reception"
            [bounces]
            domain = "{ReturnDomain}"
            [[return-path]]
            author-domains = "news.example"
            action = "verp"
            """, ct);

        await SendAsync(relay, "first", ct);
        var sent = Assert.Single(await shop.WaitAsync(1, ct));
        Assert.EndsWith($"@{ReturnDomain}", sent.Sender, StringComparison.Ordinal);
        Assert.DoesNotContain("news.example", sent.Sender, StringComparison.Ordinal);

        var refused = await DeliverAsync(internet, $"form@{ReturnDomain}", Bounce(sent.Sender), ct);
        var taken = await DeliverAsync(internet, sent.Sender, Bounce(sent.Sender), ct);
        Assert.Equal(("550", "250"), (refused, taken));
        var notice = Assert.Single(await news.WaitAsync(1, ct));
        Assert.Equal(("", "editor@news.example"), (notice.Sender, Assert.Single(notice.Recipients)));
        Assert.Contains("multipart/report", notice.Field("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("gone@shop.example", notice.Text, StringComparison.Ordinal);

        await relay.StopAsync(ct);
        await relay.RestartAsync(ct);
        await SendAsync(relay, "second", ct);
        await news.WaitAsync(2, ct);
        Assert.Single(shop.Kept());
        Assert.Contains(relay.Log("status=bounced"), line => line.GetProperty("message").GetString()!.Contains("gone@shop.example", StringComparison.Ordinal));
    }

    private static async Task SendAsync(RelayServer relay, string subject, CancellationToken ct)
    {
        var sent = await relay.SendmailAsync($"From: editor@news.example\nTo: gone@shop.example\nSubject: {subject}\n\nhello\n", ct, "-t", "-f", "editor@news.example");
        Assert.Equal((0, ""), (sent.Status, sent.Errors));
    }

    // The first reply to the recipient, or to the end of the message.
    private static async Task<string> DeliverAsync(Internet internet, string recipient, string message, CancellationToken ct)
    {
        const string program = """
            import smtplib, sys
            s = smtplib.SMTP(sys.argv[1], 25, 'mx.shop.example')
            try: s.sendmail('', [sys.argv[2]], sys.stdin.read()); print('250')
            except smtplib.SMTPRecipientsRefused as e: print(list(e.recipients.values())[0][0])
            except smtplib.SMTPResponseException as e: print(e.smtp_code)
            """;
        var (_, output, errors) = await internet.Network.RunAsync(message, "/usr/bin/python3", ["-c", program, Internet.First, recipient], ct);
        return output.Trim() + errors;
    }

    private static string Bounce(string returnPath) => $"""
        From: MAILER-DAEMON@mx.shop.example
        To: {returnPath}
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain; charset=us-ascii

        <gone@shop.example>: host inner.shop.example said: 550 5.1.1 User unknown

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.shop.example

        Final-Recipient: rfc822; gone@shop.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <gone@shop.example>: Recipient address rejected: User unknown in local recipient table

        --b--
        """;
}
