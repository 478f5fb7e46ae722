using System.Text;
using Todoku.Apply.Tests;

namespace Todoku.Cli.Tests.Apply;

/// <summary>The verb <c>apply</c>: nothing is changed that was not shown and said yes to.</summary>
public sealed class ApplyCommandTests
{
    private const string Main = "/etc/postfix/main.cf";
    private const string Report = """
        {"schema":"todoku/diagnose/1","findings":[{"identity":{"host":"web1.hosting.example","envelope_domain":"web1.hosting.example","submitter":"user apache"}}],
         "plan":[{"id":"set-ptr","do":"Ask the hosting \u001b[31mcompany.\n    dig -x 192.0.2.1","findings":[0]},{"id":"set-envelope-sender-postfix","do":"x","findings":[0]},{"id":"use-relay","do":"x","findings":[0]}]}
        """;

    private readonly FakeHost _host = new() { Files = { [Main] = "mydestination =\n" } };

    [Theory]
    [InlineData("y\n", 0, "smtp_helo_name = mail.customer.example")]
    [InlineData("はい\n", 0, "smtp_helo_name = mail.customer.example")]
    [InlineData("n\n", 1, "mydestination =")]
    [InlineData("", 1, "mydestination =")]
    public void Makes_a_change_only_after_a_yes(string answer, int status, string last)
    {
        var console = new TestConsole { ApplyHost = _host, Input = Encoding.UTF8.GetBytes(answer) };

        Assert.Equal(status, console.Run("apply", "helo", "--name", "mail.customer.example", "--lang", "en"));

        Assert.Contains("+smtp_helo_name = mail.customer.example\n", console.Output, StringComparison.Ordinal);
        Assert.Contains("then: postfix -c /etc/postfix check\nthen: postfix -c /etc/postfix reload\n", console.Output, StringComparison.Ordinal);
        Assert.EndsWith(last + "\n", _host.Files[Main], StringComparison.Ordinal);
        Assert.Contains("[y/N]", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relay-host", "there is no change 'relay-host', and no report of that name. Changes are: relayhost, return-path, helo, ", 2)]
    [InlineData("no-such-report.json", "no-such-report.json", 3)]
    public void A_word_that_is_neither_report_nor_change_is_answered_with_the_changes(string word, string expected, int status)
    {
        var console = new TestConsole { ApplyHost = _host };

        Assert.Equal(status, console.Run("apply", word, "--yes", "--lang", "en"));

        Assert.Contains(expected, console.Error, StringComparison.Ordinal);
        Assert.Equal(status == 2, console.Error.Contains("Changes are:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dry_run_shows_all_and_changes_nothing()
    {
        var console = new TestConsole { ApplyHost = _host, Input = Encoding.UTF8.GetBytes(Report) };

        var status = console.Run("apply", "-", "--dry-run", "--sender", "info@customer.example", "--to", "relay.example", "--lang", "en");

        Assert.Equal(0, status);
        Assert.Contains("== set-ptr\nBy hand: Ask the hosting \\x1b[31mcompany.\n    dig -x 192.0.2.1\n\n== set-envelope-sender-postfix\n", console.Output, StringComparison.Ordinal);
        Assert.Contains("+apache@web1.hosting.example    info@customer.example\n", console.Output, StringComparison.Ordinal);
        Assert.Contains("+relayhost = [relay.example]:587\n", console.Output, StringComparison.Ordinal);
        Assert.Equal([Main], _host.Files.Keys);
        Assert.DoesNotContain(_host.Ran, line => line.Contains("reload", StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_is_never_printed_and_is_read_from_standard_input()
    {
        var console = new TestConsole { ApplyHost = _host, Input = Encoding.UTF8.GetBytes("p4ss-word\n") };

        Assert.Equal(0, console.Run("apply", "relayhost", "--to", "relay.example:587", "--user", "web1", "--yes", "--state", "/state"));

        Assert.Equal("[relay.example]:587    web1:p4ss-word\n", _host.Files["/etc/postfix/sasl_passwd"]);
        Assert.DoesNotContain("p4ss", console.Output + console.Error + string.Join('\n', _host.Ran), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_undoes()
    {
        Assert.Equal(0, Run("apply", "helo", "--name", "mail.customer.example", "--yes").Status);
        Assert.Equal(0, Run("apply", "return-path", "--domain", "customer.example", "--yes").Status);

        var list = Run("apply", "--list", "--lang", "en").Output;
        Assert.Contains("   1  2026-05-20 12:00Z  made   HELO name: mail.customer.example\n      /etc/postfix/main.cf\n   2  ", list, StringComparison.Ordinal);
        Assert.Equal(3, Run("apply", "--undo", "7", "--yes").Status);
        Assert.Equal(0, Run("apply", "--undo", "1", "--yes").Status);
        Assert.Equal("mydestination =\n", _host.Files[Main]);
        Assert.Equal(3, Run("apply", "--undo", "--yes").Status);
    }

    [Fact]
    public void An_undo_of_what_somebody_has_changed_shows_their_change()
    {
        Run("apply", "helo", "--name", "mail.customer.example", "--yes");
        _host.Files[Main] += "theirs = 1\n";

        var (status, output) = Run("apply", "--undo", "--yes");

        Assert.Equal(3, status);
        Assert.Contains("+theirs = 1\n", output, StringComparison.Ordinal);
        Assert.EndsWith("theirs = 1\n", _host.Files[Main], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Another todoku apply is making a change at this moment (/state/lock): nothing was done.")]
    [InlineData("ja", "別の todoku apply が変更を実行中")]
    public void While_another_one_makes_a_change_nothing_is_done(string language, string words)
    {
        Assert.Equal(0, Run("apply", "helo", "--name", "mail.customer.example", "--yes").Status);
        _host.IsLocked = true;

        foreach (var change in (string[][])[["apply", "ipv4-only"], ["apply", "return-path", "--domain", "customer.example"], ["apply", "--undo"]])
        {
            var before = _host.Files[Main];
            _host.Files["/etc/postfix/master.cf"] = "smtp unix - - y - - smtp\n";
            var (status, output) = Run([.. change, "--yes", "--lang", language]);
            Assert.Equal(3, status);
            Assert.Contains(words, output, StringComparison.Ordinal);
            Assert.Equal((before, "smtp unix - - y - - smtp\n"), (_host.Files[Main], _host.Files["/etc/postfix/master.cf"]));
        }
    }

    [Fact]
    public void Says_what_failed_and_that_it_was_taken_back()
    {
        _host.Rule = line => line.EndsWith(" check", StringComparison.Ordinal) ? new(1, "", "fatal: bad thing") : null;

        var (status, output) = Run("apply", "helo", "--name", "mail.customer.example", "--yes", "--lang", "en");

        Assert.Equal(3, status);
        Assert.EndsWith("Failed, and taken back; everything is as it was.\n  postfix -c /etc/postfix check\n  fatal: bad thing\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apply")]
    [InlineData("apply", "--list", "--undo")]
    [InlineData("apply", "-")]
    [InlineData("apply", "helo")]
    [InlineData("apply", "helo", "--name", "web1")]
    [InlineData("apply", "helo", "--name", "mail.example.com\nrelayhost = x")]
    [InlineData("apply", "helo", "--name", "mail.example.com", "--yes", "--dry-run")]
    [InlineData("apply", "relayhost")]
    [InlineData("apply", "relayhost", "--to", "relay.example:99999")]
    [InlineData("apply", "relayhost", "--to", "a b")]
    [InlineData("apply", "relayhost", "--to", "relay.example", "--user", "a:b")]
    [InlineData("apply", "return-path", "--sender", "info@customer.example")]
    [InlineData("apply", "return-path", "--domain", "customer.example", "--sender", "x@customer.example")]
    [InlineData("apply", "return-path", "--sender", "a b@customer.example", "--from", "apache")]
    [InlineData("apply", "php-sendmail")]
    [InlineData("apply", "php-sendmail", "--program", "/usr/bin/x;y")]
    [InlineData("apply", "php-sendmail", "--sender", "-Xa@customer.example")]
    [InlineData("apply", "dkim", "--milter", "127.0.0.1")]
    [InlineData("apply", "dns", "--zone", "example.com", "--server", "192.0.2.53", "--key-file", "/k")]
    [InlineData("apply", "dns", "--zone", "example.com", "--server", "ns1.example.com", "--key-file", "/k", "--add", "a.example.com A 192.0.2.1")]
    [InlineData("apply", "dns", "--zone", "example.com", "--server", "192.0.2.53", "--key-file", "/k", "--add", "a.example.com A 192.0.2")]
    [InlineData("apply", "dns", "--zone", "example.com", "--server", "192.0.2.53", "--key-file", "/k", "--add", "a.other.example A 192.0.2.1")]
    [InlineData("apply", "relayhost", "--to", "relay.example", "--for", "nodots")]
    [InlineData("apply", "return-path", "--domain", "customer.example", "--outgoing")]
    [InlineData("apply", "report.json", "--zone", "example.com")]
    [InlineData("apply", "report.json", "--server", "192.0.2.53", "--key-file", "/k")]
    [InlineData("apply", "report.json", "--zone", "example.com", "--server", "ns1", "--key-file", "/k")]
    [InlineData("apply", "report.json", "--relay-spf", "all")]
    [InlineData("apply", "report.json", "--relay-spf", "include:x.example -all")]
    [InlineData("apply", "report.json", "--relay-spf", "ip4:2001:db8::1")]
    public void Wrong_arguments_are_told_before_anything_is_looked_at(params string[] args)
    {
        var console = new TestConsole { ApplyHost = _host };

        Assert.Equal(2, console.Run(args));
        Assert.Equal("", console.Output);
    }

    [Fact]
    public void A_file_that_is_no_report_is_refused() => Assert.Equal(3, new TestConsole { ApplyHost = _host, Input = "{}"u8.ToArray() }.Run("apply", "-", "--yes"));

    [Fact]
    public void In_Japanese()
    {
        var (_, output) = Run("apply", "helo", "--name", "mail.customer.example", "--dry-run", "--lang", "ja");

        Assert.StartsWith("HELOで mail.customer.example と名乗る\n", output, StringComparison.Ordinal);
    }

    private (int Status, string Output) Run(params string[] args)
    {
        var console = new TestConsole { ApplyHost = _host };
        return (console.Run([.. args, "--state", "/state"]), console.Output);
    }
}
