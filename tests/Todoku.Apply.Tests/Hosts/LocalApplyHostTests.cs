using Todoku.Apply.Hosts;

namespace Todoku.Apply.Tests.Hosts;

/// <summary>Real files and programs.</summary>
public sealed class LocalApplyHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("todoku-apply-").FullName;
    private readonly LocalApplyHost _host = new(TimeProvider.System);

    [Fact]
    public void A_link_stays_a_link_and_the_file_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows()) return;
        var (file, link) = (Path.Combine(_folder, "real.cf"), Path.Combine(_folder, "main.cf"));
        File.WriteAllText(file, "a = 1\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(link, "real.cf");

        _host.Write(link, "a = 2\n", UnixFileMode.OtherRead);

        Assert.Equal("a = 2\n", File.ReadAllText(file));
        Assert.Equal("real.cf", new FileInfo(link).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(file));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void A_new_file_is_private_when_asked()
    {
        if (OperatingSystem.IsWindows()) return;
        var file = Path.Combine(_folder, "sasl_passwd");

        _host.Write(file, "x\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Throws<DirectoryNotFoundException>(() => _host.Write(Path.Combine(_folder, "none", "x"), "", default));
        Assert.Null(_host.Read(Path.Combine(_folder, "none")));
        Assert.Throws<IOException>(() => _host.Read(_folder));
    }

    [Fact]
    public async Task Programs_tell_how_they_ended()
    {
        var ct = TestContext.Current.CancellationToken;
        Assert.Equal((3, "out\n", "err\n"), await _host.RunAsync("sh", ["-c", "echo out; echo err >&2; exit 3"], ct) is var result ? (result.Status, result.Output, result.Errors) : default);
        Assert.Equal(CommandResult.NotRun, (await _host.RunAsync("no-such-program", [], ct)).Status);
    }

    [Fact]
    public async Task A_lock_is_one_programs_at_a_time()
    {
        var path = Path.Combine(_folder, "lock");
        using (_host.TryLock(path)) Assert.Null(_host.TryLock(path));
        using (var again = _host.TryLock(path)) Assert.NotNull(again);
        if (OperatingSystem.IsLinux())
        {
            // A program of its own, too.
            using (_host.TryLock(path)) Assert.Equal(1, (await _host.RunAsync("flock", ["-n", path, "true"], TestContext.Current.CancellationToken)).Status);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
