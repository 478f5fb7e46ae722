using Microsoft.Win32.SafeHandles;

namespace Todoku.Logs.Sources.Opening;

/// <summary>An uncompressed file, read straight into the caller's buffer. A file that grows is read as far as it reaches.</summary>
internal sealed class FileLogStream : LogStream
{
    private readonly string _name;
    private readonly SafeFileHandle _handle;
    private readonly long _lengthAtOpen;
    private long _position;

    /// <param name="name">The file's name, for problems.</param>
    /// <param name="handle">The open file; closed with the stream.</param>
    public FileLogStream(string name, SafeFileHandle handle)
    {
        _name = name;
        _handle = handle;
        _lengthAtOpen = RandomAccess.GetLength(handle);
    }

    /// <inheritdoc/>
    public override long StoredBytesRead => _position;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (Problem is not null || buffer.IsEmpty) return 0;
        try
        {
            var count = RandomAccess.Read(_handle, buffer, _position);
            _position += count;
            if (count == 0) CheckEnd();
            return count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problem = LogProblem.From(_name, e);
            return 0;
        }
    }

    // Special files (/proc) say that their length is 0.
    private void CheckEnd()
    {
        if (_lengthAtOpen > 0 && Math.Max(_position, _lengthAtOpen) > RandomAccess.GetLength(_handle))
        {
            Problem = new LogProblem(_name, LogProblemKind.Truncated, $"{_lengthAtOpen} bytes, {_position} read");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _handle.Dispose();
        base.Dispose(disposing);
    }
}
