namespace Todoku.Scenarios.Relay;

/// <summary>Programs of this machine send by <c>todoku sendmail</c> as they would by any sendmail.</summary>
public sealed class SendmailTests
{
    private const string Php = "/usr/bin/php";

    [Fact(Timeout = Internet.Patience)]
    public async Task PHP_sends_and_the_return_path_is_set_by_its_user()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(new Dictionary<string, string>(), ct);
        Require(Php, "php-cli");
        var sink = await new MailSink(internet.Folder, "mx.shop.example").StartAsync(internet.Network, Internet.Receiver, ct);
        await using var relay = await internet.RelayAsync("""
            [[return-path]]
            submitters = ["root"]
            host-derived = true
            action = "author-domain"
            local-part = "bounces"
            """, ct);
        const string code = "exit(mail('a@shop.example, b@shop.example', 'こんにちは', \"first\\n.\\nlast\\n\", ['From' => 'form@customer.example', 'Bcc' => 'c@shop.example']) ? 0 : 1);";

        var sent = await internet.Network.RunAsync("", Php, ["-d", $"sendmail_path={TodokuCommand.BinaryPath} sendmail -C {relay.Configuration} -t -i", "-r", code], ct);

        Assert.Equal((0, ""), (sent.Status, sent.Errors));
        var mail = Assert.Single(await sink.WaitAsync(1, ct));
        Assert.Equal("bounces@customer.example", mail.Sender);
        Assert.Equal(["a@shop.example", "b@shop.example", "c@shop.example"], mail.Recipients.Order());
        // PHP puts a line end of its own behind the message.
        Assert.EndsWith("\r\n\r\nfirst\r\n.\r\nlast\r\n\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal("", mail.Field("Bcc"));
        Assert.StartsWith($"by {RelayServer.HostName} (Todoku, from userid 0) id ", mail.Field("Received"), StringComparison.Ordinal);
        Assert.EndsWith(": uid=root", relay.Log("uid=")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Internet.Patience)]
    public async Task What_is_sent_while_the_relay_is_down_arrives_once()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(new Dictionary<string, string>(), ct);
        var sink = await new MailSink(internet.Folder, "mx.shop.example").StartAsync(internet.Network, Internet.Receiver, ct);
        await using var relay = await internet.RelayAsync("", ct);
        await relay.KillAsync(ct);
        var large = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"line {i} of a large message\n"));

        for (var i = 0; i < 5; i++)
        {
            var sent = await relay.SendmailAsync($"From: form@customer.example\nSubject: {i}\n\n{(i == 4 ? large : "small\n")}", ct, "-i", "-f", "form@customer.example", $"user{i}@shop.example");
            Assert.Equal((0, ""), (sent.Status, sent.Errors));
        }
        Assert.Equal(5, Directory.GetFiles(relay.Spool, "*.mail").Length);
        await relay.RestartAsync(ct);
        await sink.WaitAsync(5, ct);
        await relay.StopAsync(ct);
        await relay.RestartAsync(ct);
        await relay.SendmailAsync("From: form@customer.example\nSubject: last\n\n", ct, "last@shop.example");
        var kept = await sink.WaitAsync(6, ct);

        Assert.Equal(["0", "1", "2", "3", "4", "last"], kept.Select(mail => mail.Field("Subject")).Order(StringComparer.Ordinal));
        Assert.EndsWith(large.ReplaceLineEndings("\r\n"), kept.Single(mail => mail.Field("Subject") == "4").Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(relay.Spool));
    }

    [Fact(Timeout = Internet.Patience)]
    public async Task Mail_for_root_goes_to_the_postmaster_and_a_user_that_there_is_not_is_refused()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(new Dictionary<string, string>(), ct);
        var sink = await new MailSink(internet.Folder, "mx.shop.example").StartAsync(internet.Network, Internet.Receiver, ct);
        await using var relay = await internet.RelayAsync("", ct, "postmaster = \"admin@shop.example\"");

        var cron = await relay.SendmailAsync("From: root (Cron Daemon)\nTo: root\nSubject: Cron <root@web1> backup\n\ndone\n", ct, "-i", "-FCronDaemon", "-B8BITMIME", "-oem", "root");
        var refused = await relay.SendmailAsync("Subject: x\n\n", ct, "no-such-user-here");

        Assert.Equal((0, ""), (cron.Status, cron.Errors));
        Assert.Equal(["admin@shop.example"], Assert.Single(await sink.WaitAsync(1, ct)).Recipients);
        Assert.Equal(67, refused.Status);
        Assert.Equal("sendmail: no-such-user-here was refused and gets nothing: 550 5.1.1 No such mailbox here\n", refused.Errors);
    }

    [Fact(Timeout = Internet.Patience)]
    public async Task What_one_user_leaves_another_can_not_read_and_the_relay_as_a_third_fetches()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(new Dictionary<string, string>(), ct);
        Require("/usr/bin/setpriv", "util-linux");
        var sink = await new MailSink(internet.Folder, "mx.shop.example").StartAsync(internet.Network, Internet.Receiver, ct);
        await internet.Network.RunAsync("", "sh", ["-c", $"chmod 755 {internet.Folder}; mkdir -m 777 {internet.Folder}/relay"], ct);
        await using var relay = await internet.RelayAsync("", ct, "user = \"nobody\"");
        await relay.StopAsync(ct);
        const string message = "From: form@customer.example\nSubject: secret\n\n";
        string[] sendmail = [.. As("www-data"), TodokuCommand.BinaryPath, "sendmail", "-C", relay.Configuration, "a@shop.example"];

        var sent = await internet.Network.RunAsync(message, sendmail[0], sendmail[1..], ct);
        Assert.Equal((0, ""), (sent.Status, sent.Errors));
        var file = Assert.Single(Directory.GetFiles(relay.Spool));
        foreach (var (user, command) in ((string, string)[])[("daemon", $"cat {file}"), ("daemon", $"ls {relay.Spool}"), ("daemon", $"rm -f {file}"), ("www-data", $"ls {relay.Spool}")])
        {
            string[] attempt = [.. As(user), "sh", "-c", command];
            Assert.NotEqual(0, (await internet.Network.RunAsync("", attempt[0], attempt[1..], ct)).Status);
        }
        await relay.RestartAsync(ct);

        Assert.Equal("secret", Assert.Single(await sink.WaitAsync(1, ct)).Field("Subject"));
        Assert.EndsWith(": uid=www-data", relay.Log("uid=")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        await relay.StopAsync(ct);
        Assert.Empty(Directory.GetFiles(relay.Spool));
    }

    private static string[] As(string user) => ["/usr/bin/setpriv", $"--reuid={user}", $"--regid={user}", "--clear-groups"];

    // In CI all that is missing must have been installed, so that nothing is skipped there unnoticed.
    private static void Require(string program, string package)
    {
        if (File.Exists(program)) return;
        var missing = $"needs {program} (apt-get install {package})";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }
}
