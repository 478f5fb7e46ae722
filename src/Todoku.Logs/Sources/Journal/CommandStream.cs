using System.ComponentModel;
using System.Diagnostics;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Sources.Journal;

/// <summary>
/// What a command writes to standard output. The command is started with its arguments as a list, without a shell, and killed when
/// the stream is closed before its end. Its own complaint becomes the problem when it fails.
/// </summary>
internal sealed class CommandStream : LogStream
{
    private const int MaxComplaint = 2000;

    private readonly string _name;
    private readonly Process _process;
    private readonly Task<string> _complaint;
    private readonly LogStream _output;
    private bool _atEnd;

    private CommandStream(string name, Process process)
    {
        _name = name;
        _process = process;
        // Read beside the output: a full pipe would stop the command.
        _complaint = ReadComplaint(process.StandardError);
        _output = LogOpener.OpenStream(name, process.StandardOutput.BaseStream);
    }

    /// <inheritdoc/>
    public override long StoredBytesRead => _output.StoredBytesRead;

    /// <summary>Starts a command.</summary>
    /// <param name="name">What people know it by.</param>
    /// <param name="program">Path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="IOException">It can't be started.</exception>
    public static CommandStream Start(string name, string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            var process = Process.Start(start) ?? throw new IOException($"{program} did not start");
            process.StandardInput.Close();
            return new CommandStream(name, process);
        }
        catch (Win32Exception e)
        {
            throw new IOException($"{program}: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_atEnd) return 0;
        var count = _output.Read(buffer);
        if (count > 0 || buffer.IsEmpty) return count;
        _atEnd = true;
        Problem = _output.Problem ?? Failure();
        return 0;
    }

    private LogProblem? Failure()
    {
        _process.WaitForExit();
        var complaint = _complaint.GetAwaiter().GetResult().Trim();
        if (complaint.Contains("permission", StringComparison.OrdinalIgnoreCase)) return new LogProblem(_name, LogProblemKind.NoPermission, complaint);
        if (_process.ExitCode != 0) return new LogProblem(_name, LogProblemKind.ReadError, complaint);
        return StoredBytesRead == 0 ? new LogProblem(_name, LogProblemKind.Empty, complaint) : null;
    }

    private static async Task<string> ReadComplaint(StreamReader error)
    {
        var text = new char[MaxComplaint];
        var length = await error.ReadBlockAsync(text);
        var rest = new char[1024];
        while (await error.ReadAsync(rest) > 0)
        {
        }
        return new string(text, 0, length);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (!_atEnd) Kill();
            _output.Dispose();
            _process.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }
}
