using System.Collections.Concurrent;

namespace Todoku.Scenarios;

/// <summary><c>todoku apply</c> changes a real Postfix that runs: mail goes another way at once, and as before after an undo.</summary>
public sealed class ApplyTests : IDisposable
{
    private static readonly IReadOnlyDictionary<string, (string Host, int Port)> Nobody = new Dictionary<string, (string, int)>();

    private readonly string _state = Directory.CreateTempSubdirectory("todoku-apply-").FullName;
    private readonly ConcurrentQueue<string> _senders = new();

    [Fact]
    public async Task Mail_goes_by_the_relay_with_another_sender_until_that_is_undone()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var relay = new ScriptedSmtpServer((verb, line) =>
        {
            if (verb == "MAIL") _senders.Enqueue(line);
            return null;
        });
        await using var postfix = await PostfixServer.StartAsync(Nobody, "# a comment that stays\nrelayhost = [127.0.0.1]:1\nrelayhost =\n  [127.0.0.1]:1", ct);
        var main = Path.Combine(postfix.ConfigurationFolder, "main.cf");
        var before = await File.ReadAllTextAsync(main, ct);

        var first = await ApplyAsync(postfix, ct, "relayhost", "--to", $"127.0.0.1:{relay.Port}");
        var second = await ApplyAsync(postfix, ct, "return-path", "--from", "apache@web1.hosting.example", "--sender", "info@customer.example");
        await MailSubmitter.SendAsync(postfix.Port, "apache@web1.hosting.example", ["a@shop.example"], ct);
        await postfix.WaitForLogAsync("status=sent", 1, ct);

        Assert.Equal((0, 0), (first.Status, second.Status));
        Assert.StartsWith("MAIL FROM:<info@customer.example>", Assert.Single(_senders), StringComparison.Ordinal);
        Assert.Contains("# a comment that stays\nrelayhost = [127.0.0.1]:1\nrelayhost = [127.0.0.1]:", await File.ReadAllTextAsync(main, ct), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(postfix.ConfigurationFolder, "sender_canonical.db")));

        var undone = await ApplyAsync(postfix, ct, "--undo", "1");

        Assert.Equal(0, undone.Status);
        Assert.Equal(before, await File.ReadAllTextAsync(main, ct));
        Assert.Empty(Directory.GetFiles(postfix.ConfigurationFolder, "sender_canonical*"));
        await MailSubmitter.SendAsync(postfix.Port, "apache@web1.hosting.example", ["b@shop.example"], ct);
        await postfix.WaitForLogAsync("status=deferred", 1, ct);
        Assert.Single(_senders);
    }

    [Fact]
    public async Task Mail_to_some_domains_goes_by_the_relay_and_the_address_of_the_host_is_not_seen_outside()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        var (lines, direct) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        await using var relay = new ScriptedSmtpServer((verb, line) =>
        {
            lines.Enqueue($"{verb} {line}");
            return null;
        });
        await using var receiver = new ScriptedSmtpServer((verb, line) =>
        {
            direct.Enqueue($"{verb} {line}");
            return null;
        });
        var receivers = new Dictionary<string, (string, int)> { ["direct.example"] = ("mx.direct.example", receiver.Port), ["refusing.example"] = ("mx.refusing.example", 1) };
        await using var postfix = await PostfixServer.StartAsync(receivers, "", ct);

        var first = await ApplyAsync(postfix, ct, "relayhost", "--to", $"127.0.0.1:{relay.Port}", "--for", "refusing.example");
        var second = await ApplyAsync(postfix, ct, "return-path", "--from", "root@web1.localdomain", "--sender", "info@customer.example", "--outgoing");
        await MailSubmitter.SendAsync(postfix.Port, "root@web1.localdomain", ["a@refusing.example"], ct);
        await MailSubmitter.SendAsync(postfix.Port, "root@web1.localdomain", ["b@direct.example"], ct);
        await postfix.WaitForLogAsync("status=sent", 2, ct);

        Assert.Equal((0, 0), (first.Status, second.Status));
        Assert.Contains(lines, line => line.StartsWith("RCPT", StringComparison.Ordinal) && line.Contains("a@refusing.example", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("direct.example", StringComparison.Ordinal));
        Assert.Contains(direct, line => line.Contains("b@direct.example", StringComparison.Ordinal));
        foreach (var dialogue in (ConcurrentQueue<string>[])[lines, direct])
            Assert.Contains(dialogue, line => line.StartsWith("MAIL", StringComparison.Ordinal) && line.Contains("<info@customer.example>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_is_for_root_alone_in_the_table_and_in_the_journal()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var postfix = await PostfixServer.StartAsync(Nobody, "", ct);
        var password = Path.Combine(_state, "password");
        await File.WriteAllTextAsync(password, "p4ss-word\n", ct);

        var (status, output, errors) = await ApplyAsync(postfix, ct, "relayhost", "--to", "192.0.2.1", "--user", "web1", "--password-file", password);

        Assert.Equal(0, status);
        Assert.DoesNotContain("p4ss", output + errors, StringComparison.Ordinal);
        string[] secret = [Path.Combine(postfix.ConfigurationFolder, "sasl_passwd"), Path.Combine(postfix.ConfigurationFolder, "sasl_passwd.db"), .. Directory.GetFiles(Path.Combine(_state, "journal"))];
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, secret.Select(Mode).Distinct().Single());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(Path.Combine(_state, "journal")));
    }

    [Fact]
    public async Task What_Postfix_does_not_take_is_taken_back()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var postfix = await PostfixServer.StartAsync(Nobody, "", ct);
        var main = Path.Combine(postfix.ConfigurationFolder, "main.cf");
        await File.AppendAllTextAsync(main, "mail_owner = nobody-here\n", ct);
        var before = await File.ReadAllTextAsync(main, ct);

        var (status, output, _) = await ApplyAsync(postfix, ct, "helo", "--name", "mail.customer.example", "--lang", "en");

        Assert.Equal(3, status);
        Assert.Contains("Failed, and taken back; everything is as it was.\n  postfix -c ", output, StringComparison.Ordinal);
        Assert.Contains("nobody-here", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(main, ct));
    }

    [Fact]
    public async Task Sending_by_IPv4_alone_needs_no_restart()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var receiver = new ScriptedSmtpServer((_, _) => null);
        var receivers = new Dictionary<string, (string, int)> { ["shop.example"] = ("mx.shop.example", receiver.Port) };
        await using var postfix = await PostfixServer.StartAsync(receivers, "inet_protocols = all\nsmtp_address_preference = ipv6", ct);
        // Nobody listens there: the log shows that it was tried.
        await File.AppendAllTextAsync(postfix.HostsPath, "::1 mx.shop.example\n", ct);
        await MailSubmitter.SendAsync(postfix.Port, "a@customer.example", ["a@shop.example"], ct);
        await postfix.WaitForLogAsync("status=sent", 1, ct);
        var before = postfix.CountInLog("[::1]");

        var (status, output, _) = await ApplyAsync(postfix, ct, "ipv4-only");
        await MailSubmitter.SendAsync(postfix.Port, "a@customer.example", ["b@shop.example"], ct);
        await postfix.WaitForLogAsync("status=sent", 2, ct);

        Assert.Equal(2, output.Split("+  -o inet_protocols=ipv4").Length - 1);
        Assert.Equal(0, status);
        Assert.Equal((1, 1), (before, postfix.CountInLog("[::1]")));
    }

    public void Dispose() => Directory.Delete(_state, recursive: true);

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private Task<(int Status, string Output, string Errors)> ApplyAsync(PostfixServer postfix, CancellationToken ct, params string[] arguments) =>
        TodokuCommand.RunAsync(ct, ["apply", .. arguments, "--yes", "--postfix", postfix.ConfigurationFolder, "--state", Path.Combine(_state, "journal")]);

    // In CI all that is missing must have been installed, so that nothing is skipped there unnoticed.
    private static void Require()
    {
        if ((PostfixServer.Missing() ?? TodokuCommand.Missing()) is not { } missing) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }
}
