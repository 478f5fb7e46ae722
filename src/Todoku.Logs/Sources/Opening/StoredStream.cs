namespace Todoku.Logs.Sources.Opening;

/// <summary>
/// An input as stored, for a decoder: buffered, since some decoders read byte by byte, counting what was taken, and able to show the
/// next bytes before they are read.
/// </summary>
internal sealed class StoredStream(Stream inner) : ReadOnlyStream
{
    private const int BufferSize = 64 * 1024;

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;
    private long _taken;

    /// <summary>
    /// For decoders that expect whole reads and take the end for a byte: reads are filled, and a read at the end throws
    /// <see cref="EndOfStreamException"/>.
    /// </summary>
    public bool ReadsExactly { get; set; }

    /// <summary>Bytes taken so far. The xz decoder asks for it to find its blocks' alignment.</summary>
    public override long Position { get => _taken; set => throw new NotSupportedException(); }

    /// <summary>The next bytes; fewer than <paramref name="length"/> only at the end.</summary>
    /// <param name="length">At most 4,096.</param>
    public ReadOnlySpan<byte> Peek(int length)
    {
        if (_start > 0 && _start + length > BufferSize)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        while (_end - _start < length && inner.Read(_buffer, _end, BufferSize - _end) is > 0 and var count) _end += count;
        return _buffer.AsSpan(_start, Math.Min(length, _end - _start));
    }

    /// <summary>Passes over bytes that were seen by <see cref="Peek"/>.</summary>
    public void Skip(int count)
    {
        _start += count;
        _taken += count;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var length = ReadSome(buffer);
        if (!ReadsExactly) return length;
        while (length < buffer.Length && ReadSome(buffer[length..]) is > 0 and var count) length += count;
        return length > 0 || buffer.IsEmpty ? length : throw new EndOfStreamException("Premature end of the compressed data.");
    }

    private int ReadSome(Span<byte> buffer)
    {
        int count;
        if (_start == _end && buffer.Length >= BufferSize)
        {
            count = inner.Read(buffer);
        }
        else
        {
            if (_start == _end && !Fill()) return 0;
            count = Math.Min(buffer.Length, _end - _start);
            _buffer.AsSpan(_start, count).CopyTo(buffer);
            _start += count;
        }
        _taken += count;
        return count;
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        if (_start == _end && !Fill()) return ReadsExactly ? throw new EndOfStreamException("Premature end of the compressed data.") : -1;
        _taken++;
        return _buffer[_start++];
    }

    private bool Fill()
    {
        _start = 0;
        _end = inner.Read(_buffer, 0, BufferSize);
        return _end > 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
