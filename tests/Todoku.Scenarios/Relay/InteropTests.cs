namespace Todoku.Scenarios.Relay;

/// <summary>The relay beside other mail servers: it takes their mail, and they take its.</summary>
public sealed class InteropTests
{
    private static readonly string Long = new('x', 900);

    [Theory(Timeout = Internet.Patience)]
    [InlineData("postfix")]
    [InlineData("exim")]
    [InlineData("opensmtpd")]
    public async Task Mail_goes_both_ways(string kind)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(new Dictionary<string, string>(), ct);
        Require(Neighbour.Missing(kind), "/usr/bin/swaks");
        var sink = await new MailSink(internet.Folder, "sink.example").StartAsync(internet.Network, Internet.OtherReceiver, ct);
        await using var relay = await internet.RelayAsync($"""
            [[path]]
            name = "out"
            kind = "direct"
            ipv4 = "{Internet.First}"
            ipv6 = "none"
            """, ct);
        await using var neighbour = await Neighbour.StartAsync(internet, kind, ct);
        var body = $"こんにちは\n.\n..dots\n{Long}\nend\n";

        // To the neighbour as the MX of shop.example; it hands it on to the sink.
        var sent = await relay.SendmailAsync($"From: form@customer.example\nTo: a@shop.example\nSubject: to\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}", ct, "-i", "-t", "-f", "form@customer.example");
        Assert.Equal((0, ""), (sent.Status, sent.Errors));
        var to = Assert.Single(await sink.WaitAsync(1, ct));
        // From the neighbour, whose smart host the relay is; the relay finds the sink by its MX.
        string[] swaks =
        [
            "--server", Internet.Receiver, "--local-interface", Internet.Receiver, "--helo", "web1.example", "--from", "form@customer.example", "--to", "b@other.example", "--h-Subject", "from",
            "--body", "first\\n.\\nlast", "--hide-all",
        ];
        var asked = await internet.Network.RunAsync("", "/usr/bin/swaks", swaks, ct);
        Assert.True(asked.Status == 0, $"swaks: {asked.Output}{asked.Errors}");
        var from = (await sink.WaitAsync(2, ct))[1];

        Assert.EndsWith(System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes($"\r\n\r\n{body.ReplaceLineEndings("\r\n")}")), to.Text, StringComparison.Ordinal);
        Assert.Equal(("to", "form@customer.example"), (to.Field("Subject"), to.Sender));
        Assert.Contains($"by {RelayServer.HostName} (Todoku, from userid 0)", to.Text, StringComparison.Ordinal);
        Assert.Contains("by mx.shop.example", to.Text, StringComparison.Ordinal);
        Assert.Contains($"by {RelayServer.HostName}", from.Text, StringComparison.Ordinal);
        Assert.Equal((Internet.First, "from", "form@customer.example"), (from.Peer, from.Field("Subject"), from.Sender));
        Assert.Contains("\r\n\r\nfirst\r\n.\r\nlast\r\n", from.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = Internet.Patience)]
    public async Task Postfix_is_a_smart_host()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(new Dictionary<string, string>(), ct);
        Require(Neighbour.Missing("postfix"), "/usr/sbin/smtp-source");
        var sink = await new MailSink(internet.Folder, "sink.example").StartAsync(internet.Network, Internet.OtherReceiver, ct);
        await using var neighbour = await Neighbour.StartAsync(internet, "postfix", ct);
        await using var relay = await internet.RelayAsync($"""
            [[path]]
            name = "postfix"
            kind = "smart-host"
            host = "{Internet.Receiver}"
            port = 25
            tls = "none"
            source = "{Internet.Receiver}"
            """, ct);

        string[] load = ["-s", "5", "-m", "100", "-l", "3000", "-f", "form@customer.example", "-t", "user@shop.example", "127.0.0.1:25"];
        var sent = await internet.Network.RunAsync("", "/usr/sbin/smtp-source", load, ct);

        Assert.True(sent.Status == 0, sent.Errors);
        var kept = await sink.WaitAsync(100, ct);
        Assert.All(kept, mail => Assert.Equal("form@customer.example", mail.Sender));
        Assert.Equal(100, kept.DistinctBy(mail => mail.Field("Message-ID")).Count());
    }

    [Fact(Timeout = Internet.Patience)]
    public async Task Swaks_submits_with_a_password_under_TLS_and_python_with_SMTPUTF8()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var internet = await Internet.StartAsync(new Dictionary<string, string>(), ct);
        Require(null, "/usr/bin/swaks", "/usr/bin/openssl");
        var perl = await internet.Network.RunAsync("", "/usr/bin/perl", ["-MNet::SSLeay", "-e", "1"], ct);
        Require(perl.Status == 0 ? null : "needs Net::SSLeay of Perl (apt-get install libnet-ssleay-perl)");
        var sink = await new MailSink(internet.Folder, "sink.example").StartAsync(internet.Network, Internet.OtherReceiver, ct);
        var (certificate, key) = (Path.Combine(internet.Folder, "tls.pem"), Path.Combine(internet.Folder, "tls.key"));
        string[] request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=mail.hosting.example", "-out", certificate, "-keyout", key];
        var made = await internet.Network.RunAsync("", "/usr/bin/openssl", request, ct);
        Assert.True(made.Status == 0, made.Errors);
        var users = Path.Combine(internet.Folder, "users");
        var configuration = Path.Combine(internet.Folder, "users.toml");
        await File.WriteAllTextAsync(configuration, $"[relay]\nhost-name = \"mail.hosting.example\"\nusers = \"{users}\"\n[[listen]]\naddress = \"127.0.0.1:25\"\nrole = \"trusted\"\ntrusted = [\"127.0.0.1\"]\n", ct);
        var password = await internet.Network.RunAsync("a long password\n", TodokuCommand.BinaryPath, ["relay", "passwd", "www", "--config", configuration], ct);
        Assert.True(password.Status == 0, password.Errors);
        await using var relay = await internet.RelayAsync($"""
            [[listen]]
            address = "{Internet.First}:587"
            role = "submission"
            tls = "required"
            certificate = "{certificate}"
            key = "{key}"
            """, ct, $"users = \"{users}\"");

        foreach (var mechanism in (string[])["PLAIN", "LOGIN"])
        {
            string[] arguments = ["--server", Internet.First, "--port", "587", "--tls", "--auth", mechanism, "--auth-user", "www", "--auth-password", "a long password", "--from", "form@customer.example",
                "--to", "a@other.example", "--h-Subject", mechanism];
            var swaks = await internet.Network.RunAsync("", "/usr/bin/swaks", arguments, ct);
            Assert.True(swaks.Status == 0, $"{mechanism}: {swaks.Output}{swaks.Errors}");
        }
        string[] wrong = ["--server", Internet.First, "--port", "587", "--tls", "--auth", "PLAIN", "--auth-user", "www", "--auth-password", "another", "--from", "form@customer.example", "--to", "a@other.example"];
        Assert.Equal(28, (await internet.Network.RunAsync("", "/usr/bin/swaks", wrong, ct)).Status);
        const string international = """
            import smtplib
            from email.message import EmailMessage
            m = EmailMessage()
            m['From'], m['To'], m['Subject'] = 'form@customer.example', '用户@other.example', '件名'
            m.set_content('本文\n')
            s = smtplib.SMTP('127.0.0.1', 25)
            s.send_message(m)
            """;
        var python = await internet.Network.RunAsync("", "/usr/bin/python3", ["-c", international], ct);
        Assert.True(python.Status == 0, python.Errors);

        var kept = await sink.WaitAsync(3, ct);
        Assert.Equal(["LOGIN", "PLAIN"], kept.Where(mail => mail.Recipients[0] == "a@other.example").Select(mail => mail.Field("Subject")).Order());
        Assert.All(kept.Where(mail => mail.Recipients[0] == "a@other.example"), mail => Assert.Contains("with ESMTPSA", mail.Field("Received"), StringComparison.Ordinal));
        Assert.Contains(kept, mail => mail.Recipients[0] == "用户@other.example" && mail.Field("Received").Contains("with UTF8SMTP", StringComparison.Ordinal));
    }

    // In CI all that is missing must have been installed, so that nothing is skipped there unnoticed.
    private static void Require(string? missing, params ReadOnlySpan<string> programs)
    {
        foreach (var program in programs) missing ??= File.Exists(program) ? null : $"needs {program} (./test installs it)";
        if (missing is null) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }
}
