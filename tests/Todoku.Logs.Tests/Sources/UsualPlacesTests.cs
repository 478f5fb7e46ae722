using Microsoft.Extensions.Time.Testing;
using Todoku.Logs.Sources;
using Todoku.Logs.Sources.Discovery;

namespace Todoku.Logs.Tests.Sources;

public class UsualPlacesTests
{
    [Fact]
    public void Mail_logs_go_before_the_system_log()
    {
        using var root = new TempFolder();
        root.Write("var/log/mail.log", Lines.Iso("2026-06-02", 10));
        root.Write("var/log/mail.log.1", Lines.Iso("2026-06-01", 10, "b"));
        root.Write("var/log/syslog", Lines.Iso("2026-06-01", 10, "c"));

        Assert.Equal(["mail.log.1 mail.log"], Lines.Chains(Find(root, journalctl: null)));
    }

    [Fact]
    public void The_system_log_is_read_when_mail_stands_deep_in_it()
    {
        using var root = new TempFolder();
        var other = string.Concat(Enumerable.Range(0, 3000).Select(i => $"2026-06-01T00:00:00Z mail cron[{i}]: nothing to see here, move along please\n"));
        root.Write("var/log/syslog", other + Lines.Iso("2026-06-01T00:01:00", 2) + other);
        root.Write("var/log/syslog.1", other);

        Assert.Equal(["syslog"], Lines.Chains(Find(root, journalctl: null)));
    }

    [Fact]
    public void Nothing_anywhere_says_where_was_looked()
    {
        using var root = new TempFolder();

        var problem = Assert.Single(Find(root, journalctl: null).Problems);

        Assert.Equal(LogProblemKind.NoLogs, problem.Kind);
        Assert.Contains("/var/log/maillog*", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_is_asked_when_there_is_no_file()
    {
        using var root = new TempFolder();
        var script = Script(root, "printf '__CURSOR=s=1\\n__REALTIME_TIMESTAMP=1780476057278515\\n_HOSTNAME=mail\\nSYSLOG_IDENTIFIER=postfix/smtp\\n_PID=97\\nMESSAGE=%s\\n\\n' \"$2\"");

        var file = Assert.Single(Assert.Single(Find(root, script).Chains).Files);

        Assert.Equal("journal", file.Name);
        using var stream = file.Open();
        Assert.StartsWith("2026-06-03T08:40:57.278515-00:00 mail postfix/smtp[97]: --output-fields=", Lines.ReadAll(stream), StringComparison.Ordinal);
        Assert.Null(((LogStream)stream).Problem);
    }

    [Theory]
    [InlineData("echo 'No journal files were opened due to insufficient permissions.' >&2; exit 1", LogProblemKind.NoPermission)]
    [InlineData("echo 'unrecognized option' >&2; exit 1", LogProblemKind.ReadError)]
    [InlineData("exit 0", LogProblemKind.Empty)]
    public void A_journal_that_gives_nothing_says_why(string script, LogProblemKind kind)
    {
        using var root = new TempFolder();
        using var stream = (LogStream)Find(root, Script(root, script)).Chains[0].Files[0].Open();

        Assert.Equal("", Lines.ReadAll(stream));
        Assert.Equal(kind, stream.Problem?.Kind);
    }

    [Fact]
    public void The_command_is_killed_when_reading_stops_early()
    {
        using var root = new TempFolder();
        var pid = root["pid"];
        using var stream = Find(root, Script(root, $"echo $$ > {pid}; while :; do echo 2026-06-03T08:40:57Z mail postfix/smtp[97]: x; done")).Chains[0].Files[0].Open();
        Assert.True(stream.Read(new byte[100]) > 0);
        using var process = System.Diagnostics.Process.GetProcessById(int.Parse(File.ReadAllText(pid), null));

        stream.Dispose();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
    }

    private static LogPlan Find(TempFolder root, string? journalctl) => new LogDiscovery(new FakeTimeProvider(), TimeZoneInfo.Utc)
    {
        Places = new UsualPlaces { Root = root.Path, Journalctl = journalctl },
    }.Find([]);

    private static string Script(TempFolder root, string body)
    {
        var path = root.Write("journalctl", "#!/bin/sh\n" + body + "\n");
        TempFolder.SetMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }
}
