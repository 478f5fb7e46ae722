using System.ComponentModel;
using System.Diagnostics;
using Todoku.Apply.Files;

namespace Todoku.Apply.Hosts;

/// <summary>The host that Todoku runs on.</summary>
/// <param name="time">The clock.</param>
public sealed class LocalApplyHost(TimeProvider time) : IApplyHost
{
    private const int MaxFile = 16 * 1024 * 1024;
    private const int MaxOutput = 1024 * 1024;

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] WouldBlock = [11, 35, unchecked((int)0x80070020)];

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    // Not in the path of every user.
    private static readonly string[] Folders = ["/usr/sbin", "/usr/local/sbin", "/opt/postfix/sbin", "/usr/bin", "/bin", "/sbin", "/usr/local/bin"];

    /// <inheritdoc/>
    public string? Read(string path)
    {
        if (!File.Exists(path)) return Directory.Exists(path) ? throw new IOException($"{path} is a folder") : null;
        using var file = File.OpenRead(path);
        if (file.Length > MaxFile) throw new IOException($"{path} is larger than {MaxFile} octets");
        using var all = new MemoryStream();
        file.CopyTo(all);
        return Octets.ToText(all.ToArray());
    }

    /// <inheritdoc/>
    public void Write(string path, string text, UnixFileMode modeWhenNew)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = new FileInfo(path).LinkTarget is null ? Path.GetFullPath(path) : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"{folder} does not exist");
        var temporary = $"{target}.todoku-{Environment.ProcessId}";
        try
        {
            // cp gives the new file the owner, mode and labels of the old one; what it holds is then replaced before it has the name.
            if (File.Exists(target)) Copy(target, temporary);
            var options = new FileStreamOptions { Mode = File.Exists(target) ? FileMode.Truncate : FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (options.Mode == FileMode.CreateNew && !OperatingSystem.IsWindows()) options.UnixCreateMode = modeWhenNew;
            using (var file = new FileStream(temporary, options))
            {
                file.Write(Octets.Of(text));
                file.Flush(flushToDisk: true);
            }
            if (!File.Exists(target) && !OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, modeWhenNew);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public void MakePrivateFolder(string path)
    {
        if (Directory.Exists(path)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else
        {
            if (Path.GetDirectoryName(path) is { } above) Directory.CreateDirectory(above);
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <inheritdoc/>
    public IDisposable? TryLock(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = FileEdit.Private;
        try
        {
            // With FileShare.None it is locked by flock(2).
            return new FileStream(path, options);
        }
        catch (IOException error) when (WouldBlock.Contains(error.HResult))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Delete(string path) => File.Delete(path);

    /// <inheritdoc/>
    public IReadOnlyList<string> FilesIn(string folder, string ending) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Where(path => path.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : [];

    /// <inheritdoc/>
    public IReadOnlyList<string> FoldersIn(string folder) => Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)] : [];

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        var path = program.Contains('/', StringComparison.Ordinal) ? program : Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (path is null || Start(path, arguments) is not { } process) return new CommandResult(CommandResult.NotRun, "", $"{program}: not found");
        using var limit = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using (process)
        {
            var output = ReadAsync(process.StandardOutput, either.Token);
            var errors = ReadAsync(process.StandardError, either.Token);
            try
            {
                await process.WaitForExitAsync(either.Token);
                return new CommandResult(process.ExitCode, await output, await errors);
            }
            catch (OperationCanceledException)
            {
                Kill(process);
                cancellationToken.ThrowIfCancellationRequested();
                return new CommandResult(CommandResult.NotRun, "", $"{program}: no end within {Timeout.TotalSeconds} s");
            }
        }
    }

    private static void Copy(string from, string to)
    {
        using var process = Process.Start("cp", ["-p", "--", from, to]);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new IOException($"cp -p {from} {to} failed");
    }

    private static Process? Start(string path, IReadOnlyList<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            start.Environment["LC_ALL"] = "C";
            var process = Process.Start(start);
            process?.StandardInput.Close();
            return process;
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return null;
        }
    }

    // What is beyond the limit is read, so that the program can end, and not kept.
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken ct)
    {
        var kept = new System.Text.StringBuilder();
        var buffer = new char[4096];
        for (var read = await reader.ReadAsync(buffer, ct); read > 0; read = await reader.ReadAsync(buffer, ct))
            if (kept.Length < MaxOutput) kept.Append(buffer, 0, read);
        return kept.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }
}
