using Microsoft.Extensions.Time.Testing;
using Todoku.Logs.Sources;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Tests.Sources;

public class BadInputTests
{
    private static LogDiscovery Discovery { get; } = new(new FakeTimeProvider(), TimeZoneInfo.Utc);

    [Fact]
    public void Each_bad_file_has_its_problem_and_the_good_one_is_read()
    {
        using var folder = new TempFolder();
        var good = folder.Write("mail.log", Lines.Iso("2026-06-01", 10));
        var empty = folder.Write("empty.log", "");
        var binary = folder.Write("binary.log", [.. Enumerable.Range(0, 9000).Select(i => (byte)(i * i * 7 % 251 % 32))]);
        var zeros = folder.Write("zeros.log", new byte[100_000]);
        var broken = folder.Write("broken.gz", [0x1f, 0x8b, 8, 0, 1, 2]);
        var gone = folder["gone.log"];

        var plan = Discovery.Find([empty, binary, zeros, broken, gone, good]);

        Assert.Equal(["mail.log"], Lines.Chains(plan));
        Assert.Equal(
            [(empty, LogProblemKind.Empty), (binary, LogProblemKind.Binary), (zeros, LogProblemKind.Binary), (broken, LogProblemKind.BrokenCompression), (gone, LogProblemKind.NotFound)],
            plan.Problems.Select(problem => (problem.File, problem.Kind)));
    }

    [Theory]
    [InlineData("LPKSHHRH", "journalctl")]
    [InlineData("PK\u0003\u0004", "zip")]
    public void Says_what_a_known_binary_file_is(string magic, string name)
    {
        using var folder = new TempFolder();
        var path = folder.Write("x.log", [.. magic.Select(c => (byte)c), .. new byte[500], 1, 2, 3, .. new byte[500]]);

        Assert.Contains(name, Assert.Single(Discovery.Find([path]).Problems).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Zero_bytes_of_a_crash_are_no_binary_file()
    {
        using var folder = new TempFolder();
        var lines = Lines.Iso("2026-06-01", 100);
        var path = folder.Write("mail.log", new string('\0', 4096) + lines + new string('\0', 8192) + lines);

        var plan = Discovery.Find([path]);

        Assert.Empty(plan.Problems);
        Assert.Single(plan.Chains);
    }

    [Fact]
    public void A_file_that_vanishes_after_it_was_found_is_not_found_when_opened()
    {
        using var folder = new TempFolder();
        var path = folder.Write("mail.log", Lines.Iso("2026-06-01", 10));
        var file = Discovery.Find([path]).Chains[0].Files[0];
        File.Delete(path);

        var error = Assert.ThrowsAny<IOException>(file.Open);
        Assert.Equal(LogProblemKind.NotFound, LogProblem.From(path, error).Kind);
    }

    [Fact]
    public void A_file_cut_while_it_is_read_gives_what_was_read_and_says_so()
    {
        using var folder = new TempFolder();
        var path = folder.Write("mail.log", Lines.Iso("2026-06-01", 1000));
        using var stream = LogOpener.OpenFile(path);
        var buffer = new byte[1000];
        Assert.Equal(1000, stream.Read(buffer));
        TempFolder.Cut(path, 100);

        Assert.Equal(0, stream.Read(buffer));
        Assert.Equal(LogProblemKind.Truncated, stream.Problem?.Kind);
    }

    [Fact]
    public void A_file_that_grows_while_it_is_read_is_read_on()
    {
        using var folder = new TempFolder();
        var path = folder.Write("mail.log", Lines.Iso("2026-06-01", 10));
        using var stream = LogOpener.OpenFile(path);
        var first = Lines.ReadAll(stream);
        File.AppendAllText(path, Lines.Iso("2026-06-02", 10));

        Assert.Equal(Lines.Iso("2026-06-01", 10), first);
        Assert.Equal(Lines.Iso("2026-06-02", 10), Lines.ReadAll(stream));
        Assert.Null(stream.Problem);
    }

    [Fact]
    public void A_file_without_permission_is_named_with_the_reason()
    {
        using var folder = new TempFolder();
        var path = folder.Write("mail.log", Lines.Iso("2026-06-01", 10));
        TempFolder.SetMode(path, UnixFileMode.None);

        using (Unprivileged.Begin())
        {
            Assert.Equal(LogProblemKind.NoPermission, Assert.Single(Discovery.Find([path]).Problems).Kind);
            Assert.Equal(LogProblemKind.NoPermission, Assert.Single(Discovery.Find([folder.Path]).Problems).Kind);
        }
    }

    [Fact]
    public void A_folder_without_permission_is_named_with_the_reason()
    {
        using var folder = new TempFolder();
        folder.Write("logs/mail.log", Lines.Iso("2026-06-01", 10));
        TempFolder.SetMode(folder["logs"], UnixFileMode.None);

        using (Unprivileged.Begin())
        {
            var problem = Assert.Single(Discovery.Find([folder["logs"]]).Problems);
            Assert.Equal((folder["logs"], LogProblemKind.NoPermission), (problem.File, problem.Kind));
        }
        TempFolder.SetMode(folder["logs"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_pattern_in_a_folder_without_permission_names_the_folder()
    {
        using var folder = new TempFolder();
        folder.Write("logs/mail.log", Lines.Iso("2026-06-01", 10));
        TempFolder.SetMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        TempFolder.SetMode(folder["logs"], UnixFileMode.None);

        using (Unprivileged.Begin())
        {
            var problem = Assert.Single(Discovery.Find([folder["logs/*.log"]]).Problems);
            Assert.Equal((folder["logs"], LogProblemKind.NoPermission), (problem.File, problem.Kind));
        }
        TempFolder.SetMode(folder["logs"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_named_pipe_is_read_once()
    {
        using var folder = new TempFolder();
        var pipe = folder["pipe"];
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [pipe])) await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        var writer = Task.Run(() => File.AppendAllText(pipe, Lines.Iso("2026-06-01", 5)), TestContext.Current.CancellationToken);

        var file = Assert.Single(Assert.Single(Discovery.Find([pipe]).Chains).Files);
        using (var stream = file.Open()) Assert.Equal(Lines.Iso("2026-06-01", 5), Lines.ReadAll(stream));
        await writer;

        Assert.Throws<IOException>(file.Open);
    }

    [Fact]
    public void A_device_that_never_ends_is_refused()
    {
        Assert.Equal(LogProblemKind.Binary, Assert.Single(Discovery.Find(["/dev/zero"]).Problems).Kind);
    }
}
