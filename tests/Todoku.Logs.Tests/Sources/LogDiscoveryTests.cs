using Microsoft.Extensions.Time.Testing;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests.Sources;

public class LogDiscoveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    private static LogDiscovery Discovery { get; } = new(new FakeTimeProvider(Now), TimeZoneInfo.Utc);

    [Fact]
    public void A_rotated_set_becomes_one_chain_oldest_first()
    {
        using var folder = new TempFolder();
        folder.Write("mail.log", Lines.Traditional("2026-06-10", 100), new(2026, 6, 10, 1, 39, 0, TimeSpan.Zero));
        folder.Write("mail.log.1", Lines.Traditional("2026-06-09", 100), new(2026, 6, 9, 1, 39, 0, TimeSpan.Zero));
        folder.Write("mail.log.2.gz", TempFolder.Gzip(Lines.Traditional("2026-06-08", 100)), new(2026, 6, 8, 1, 39, 0, TimeSpan.Zero));
        folder.Write("mail.log.10.gz", TempFolder.Gzip(Lines.Traditional("2026-06-07", 100)), new(2026, 6, 7, 1, 39, 0, TimeSpan.Zero));

        var plan = Discovery.Find([folder.Path]);

        Assert.Equal(["mail.log.10.gz mail.log.2.gz mail.log.1 mail.log"], Lines.Chains(plan));
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void A_set_copied_without_its_times_is_still_one_chain()
    {
        using var folder = new TempFolder();
        folder.Write("maillog", Lines.Traditional("2026-01-10", 100));
        folder.Write("maillog-20260104.gz", TempFolder.Gzip(Lines.Traditional("2025-12-30", 100)));
        folder.Write("maillog-20251228.gz", TempFolder.Gzip(Lines.Traditional("2025-12-20", 100)));
        folder.Write("maillog-20250103.gz", TempFolder.Gzip(Lines.Traditional("2024-12-27", 100)));

        var plan = Discovery.Find([folder["maillog*"]]);

        Assert.Equal(["maillog-20250103.gz maillog-20251228.gz maillog-20260104.gz maillog"], Lines.Chains(plan));
        var ends = plan.Chains[0].Files.Select(file => file.LastWriteUtc).ToList();
        Assert.Equal(2025, ends[0].Year);
        Assert.True(ends[0] < new DateTimeOffset(2025, 1, 6, 0, 0, 0, TimeSpan.Zero));
        Assert.True(ends[2] < new DateTimeOffset(2026, 1, 10, 0, 1, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_numbered_set_copied_without_its_times_ends_each_file_where_the_next_begins()
    {
        using var folder = new TempFolder();
        folder.Write("mail.log", Lines.Traditional("2026-01-10", 100));
        folder.Write("mail.log.1.gz", TempFolder.Gzip(Lines.Traditional("2026-01-03", 100)));
        folder.Write("mail.log.2.gz", TempFolder.Gzip(Lines.Traditional("2025-12-27", 100)));

        var plan = Discovery.Find([folder.Path]);

        Assert.Equal(["mail.log.2.gz mail.log.1.gz mail.log"], Lines.Chains(plan));
        var files = plan.Chains[0].Files;
        Assert.Equal(files[2].LastWriteUtc.Year - 1, files[0].LastWriteUtc.AddDays(-7).Year);
    }

    [Fact]
    public void Logs_that_run_side_by_side_become_a_chain_each()
    {
        using var folder = new TempFolder();
        folder.Write("mail.log", Lines.Iso("2026-06-02", 100, "m"));
        folder.Write("mail.log.1", Lines.Iso("2026-06-01", 100, "m"));
        folder.Write("syslog", Lines.Iso("2026-06-01T00:30:00", 2000, "s"));

        Assert.Equal(["mail.log.1 mail.log", "syslog"], Lines.Chains(Discovery.Find([folder.Path])).Order());
    }

    [Fact]
    public void The_same_content_is_read_once()
    {
        using var folder = new TempFolder();
        var text = Lines.Iso("2026-06-01", 3000);
        folder.Write("mail.log.1", text);
        folder.Write("mail.log.1.gz", TempFolder.Gzip(text));
        folder.Write("copy of mail.log", text);
        folder.Write("mail.log", Lines.Iso("2026-06-04", 10));

        var plan = Discovery.Find([folder.Path, folder["copy of mail.log"]]);

        Assert.Single(plan.Chains);
        Assert.Equal(2, plan.Chains[0].Files.Count);
        Assert.Equal(2, plan.Problems.Count(problem => problem.Kind == LogProblemKind.Duplicate));
    }

    [Fact]
    public void Of_a_file_and_its_beginning_the_whole_is_read()
    {
        using var folder = new TempFolder();
        var text = Lines.Iso("2026-06-01", 3000);
        folder.Write("mail.log", text);
        folder.Write("mail.log.1", text[..(text.Length / 2)]);
        folder.Write("mail.log.2.gz", TempFolder.Gzip(text)[..2000]);

        var plan = Discovery.Find([folder.Path]);

        Assert.Equal(["mail.log"], Lines.Chains(plan));
        Assert.All(plan.Problems, problem => Assert.Equal((LogProblemKind.Duplicate, folder["mail.log"]), (problem.Kind, problem.Detail)));
        Assert.Equal(2, plan.Problems.Count);
    }

    [Fact]
    public void Files_with_the_same_first_line_but_other_content_are_both_read()
    {
        using var folder = new TempFolder();
        folder.Write("mail.log", Lines.Iso("2026-06-01", 1) + Lines.Iso("2026-06-01T00:01:00", 9, "b"));
        folder.Write("mail.err", Lines.Iso("2026-06-01", 1) + Lines.Iso("2026-06-01T00:02:00", 9, "c"));

        Assert.Equal(2, Discovery.Find([folder.Path]).Chains.Count);
    }

    [Fact]
    public void The_same_path_given_twice_is_no_duplicate()
    {
        using var folder = new TempFolder();
        var path = folder.Write("mail.log", Lines.Iso("2026-06-01", 10));

        var plan = Discovery.Find([path, path, folder.Path + "/./mail.log", folder.Path]);

        Assert.Equal(["mail.log"], Lines.Chains(plan));
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void A_folder_gives_mail_logs_and_other_logs_with_mail_in_them()
    {
        using var folder = new TempFolder();
        folder.Write("mail.log", Lines.Iso("2026-06-01", 10, "a"));
        folder.Write("exim4/mainlog.1", "2026-06-01 10:40:57 1wabcd-000123-AB Completed\n");
        folder.Write("containers/0a/0a-json.log", """{"log":"postfix/smtp[97]: x\n","stream":"stdout","time":"2026-06-03T08:40:57Z"}""" + "\n");
        folder.Write("dpkg.log", "2026-06-01 10:40:57 install libc6\n");
        folder.Write("a/b/c/mail.log", "2026-06-01T10:40:57Z mail postfix/smtp[97]: too deep\n");
        folder.Write("wtmp", new byte[5000]);
        folder.Write("mail.err", "");
        folder.Write(".hidden.log", Lines.Iso("2026-06-01", 10));

        var plan = Discovery.Find([folder.Path]);

        Assert.Equal(["0a-json.log", "mail.log", "mainlog.1"], Lines.Chains(plan).SelectMany(chain => chain.Split(' ')).Order());
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void A_folder_without_logs_says_what_was_looked_for()
    {
        using var folder = new TempFolder();
        folder.Write("notes.txt", "nothing\n");

        var problem = Assert.Single(Discovery.Find([folder.Path]).Problems);

        Assert.Equal((folder.Path, LogProblemKind.NoLogs), (problem.File, problem.Kind));
        Assert.Contains("maillog", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_no_shell_expanded_is_expanded()
    {
        using var folder = new TempFolder();
        folder.Write("a/mail.log", Lines.Iso("2026-06-01", 10, "a"));
        folder.Write("b/mail.log", Lines.Iso("2026-06-02", 10, "b"));
        folder.Write("b/odd[1]*.txt", Lines.Iso("2026-06-03", 10, "c"));

        Assert.Equal(2, Discovery.Find([folder["?/mail.*"]]).Chains.Sum(chain => chain.Files.Count));
        Assert.Equal(["odd[1]*.txt"], Lines.Chains(Discovery.Find([folder["b/odd[1]*.txt"]])));
        Assert.Equal(LogProblemKind.NoLogs, Assert.Single(Discovery.Find([folder["c*/mail.log"]]).Problems).Kind);
    }

    [Fact]
    public void Files_that_end_before_the_asked_time_are_left_out()
    {
        using var folder = new TempFolder();
        folder.Write("mail.log", Lines.Iso("2026-06-10", 10, "a"));
        folder.Write("mail.log.1", Lines.Iso("2026-06-01", 10, "b"));
        var discovery = new LogDiscovery(new FakeTimeProvider(Now), TimeZoneInfo.Utc) { Since = new(2026, 6, 5, 0, 0, 0, TimeSpan.Zero) };

        Assert.Equal(["mail.log"], Lines.Chains(discovery.Find([folder.Path])));
    }

    [Fact]
    public void Standard_input_is_read_when_asked_for()
    {
        var discovery = new LogDiscovery(new FakeTimeProvider(Now), TimeZoneInfo.Utc)
        {
            OpenStandardInput = () => new MemoryStream(TempFolder.Gzip(Lines.Iso("2026-06-01", 3))),
        };

        var file = Assert.Single(Assert.Single(discovery.Find(["-"]).Chains).Files);

        Assert.Equal(("standard input", Now, -1), (file.Name, file.LastWriteUtc, file.Length));
        Assert.Equal(Lines.Iso("2026-06-01", 3), Lines.ReadAll(file.Open()));
    }

    [Fact]
    public void A_log_left_empty_by_rotation_is_the_one_to_follow()
    {
        using var folder = new TempFolder();
        var old = folder.Write("mail.log.1", "Jun  3 10:40:57 web1 postfix/qmgr[1]: AAAA1: removed\n"u8.ToArray());
        var log = folder.Write("mail.log", []);
        File.SetLastWriteTimeUtc(old, new DateTime(2026, 6, 3, 10, 40, 57, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(log, new DateTime(2026, 6, 4, 0, 0, 0, DateTimeKind.Utc));
        var discovery = new LogDiscovery(TimeProvider.System, TimeZoneInfo.Utc);

        Assert.Equal(log, new FollowPlan(discovery.Find([old, log])).File?.FollowPath);
        Assert.Equal(log, new FollowPlan(discovery.Find([Path.GetDirectoryName(log)!])).File?.FollowPath);
        Assert.Equal(log, new FollowPlan(discovery.Find([log])).File?.FollowPath);
    }
}
