using Microsoft.Win32.SafeHandles;
using Todoku.Logs.Sources.Following;

namespace Todoku.Logs.Sources;

/// <summary>
/// Gives what is appended to a log as it comes, over rotation: another file under the same name (logrotate's create, the old one is
/// first read to its end) and the same file cut to nothing (copytruncate). Looks at the file at an interval, which works on
/// every file system.
/// </summary>
/// <remarks>
/// Whether the name still means the open file is told by content: the bytes before the place where reading stands must be those that
/// were read. A new file has no reason to hold the same bytes at the same place.
/// </remarks>
public sealed class LogFollower : IDisposable
{
    /// <summary>How often a quiet log is looked at.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(500);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;
    private readonly ReadMark _mark = new();
    private SafeFileHandle? _file;
    private long _position;

    /// <param name="path">The log; it need not exist yet.</param>
    /// <param name="position">Where to begin, in bytes: where the reading of the file ended.</param>
    /// <param name="time">The clock that is waited by.</param>
    /// <param name="interval">How often to look, as a rule <see cref="DefaultInterval"/>.</param>
    public LogFollower(string path, long position, TimeProvider time, TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        _path = path;
        _position = position;
        _time = time;
        _interval = interval;
        _file = TryOpen();
        if (_file is not null && !_mark.TryReset(_file, position)) StartOver(_file);
    }

    /// <summary>Waits for bytes.</summary>
    /// <param name="buffer">Where they are put.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>How many, at least 1.</returns>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfZero(buffer.Length, nameof(buffer));
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var count = ReadNow(buffer.Span);
            if (count > 0) return count;
            await Task.Delay(_interval, _time, ct);
        }
    }

    private int ReadNow(Span<byte> buffer)
    {
        // A file cut to nothing may have grown past the old place since.
        var isUncut = _file is not null && (_mark.IsEmpty || _mark.Matches(_file, _position));
        if (_file is not null && isUncut && TryRead(_file, buffer) is > 0 and var count) return count;
        var named = TryOpen();
        if (named is null) return 0; // between rename and create
        if (_file is not null && _mark.Matches(named, _position))
        {
            named.Dispose();
            return 0;
        }
        return SwitchTo(named, isUncut, buffer);
    }

    // The writer may keep the old file for a while after the new one was made, so the old one is left only once the new one has bytes
    // and the old one has none.
    private int SwitchTo(SafeFileHandle named, bool isUncut, Span<byte> buffer)
    {
        if (_file is not null)
        {
            var isEmpty = RandomAccess.GetLength(named) == 0;
            var count = isEmpty || !isUncut ? 0 : TryRead(_file, buffer);
            if (isEmpty || count > 0)
            {
                named.Dispose();
                return count;
            }
            _file.Dispose();
        }
        StartOver(named);
        return TryRead(named, buffer);
    }

    private void StartOver(SafeFileHandle file)
    {
        _file = file;
        _position = 0;
        _mark.Clear();
    }

    private int TryRead(SafeFileHandle file, Span<byte> buffer)
    {
        try
        {
            var count = RandomAccess.Read(file, buffer, _position);
            _mark.Append(buffer[..count]);
            _position += count;
            return count;
        }
        catch (IOException)
        {
            return 0; // as if nothing had come; the next look opens the name anew
        }
    }

    private SafeFileHandle? TryOpen()
    {
        try
        {
            return File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
