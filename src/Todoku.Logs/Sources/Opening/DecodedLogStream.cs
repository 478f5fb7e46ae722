using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Todoku.Logs.Sources.Opening;

/// <summary>
/// Bytes that come through a decoder or out of a pipe. Whatever the decoder throws at damaged data ends the stream; what it gave
/// before is delivered.
/// </summary>
internal sealed class DecodedLogStream : LogStream
{
    private readonly string _name;
    private readonly StoredStream _stored;
    private readonly Compression _compression;
    private readonly int _step;
    private Stream? _decoder;
    private byte[] _head = [];
    private int _headRead;

    /// <param name="name">The input's name, for problems.</param>
    /// <param name="input">The input as stored; closed with the stream.</param>
    public DecodedLogStream(string name, Stream input)
    {
        _name = name;
        _stored = new StoredStream(input);
        try
        {
            _compression = CompressionSniffer.Sniff(_stored.Peek(CompressionSniffer.HeadLength));
            _decoder = Decoders.Create(_compression, _stored, out _step);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Problem = ProblemOf(e);
        }
    }

    /// <inheritdoc/>
    public override long StoredBytesRead => _stored.Position;

    /// <summary>The first decoded bytes; to be called before the first read. Fewer only at the end.</summary>
    public ReadOnlySpan<byte> Peek(int length)
    {
        var head = new byte[length];
        var count = 0;
        while (count < length && ReadDecoded(head.AsSpan(count)) is > 0 and var more) count += more;
        _head = head[..count];
        return _head;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_headRead == _head.Length) return ReadDecoded(buffer);
        var count = Math.Min(buffer.Length, _head.Length - _headRead);
        _head.AsSpan(_headRead, count).CopyTo(buffer);
        _headRead += count;
        return count;
    }

    private int ReadDecoded(Span<byte> buffer)
    {
        var length = 0;
        if (Problem is not null || _decoder is null) return 0;
        try
        {
            do
            {
                var count = _decoder.Read(buffer.Slice(length, Math.Min(_step, buffer.Length - length)));
                if (count == 0) break;
                length += count;
            }
            // A pipe gives what it has; a decoder that is asked in small steps is asked until the buffer is full.
            while (_step < int.MaxValue && length < buffer.Length);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Problem = ProblemOf(e);
        }
        return length;
    }

    // Decoders throw exceptions of their own on damaged data, ArgumentException and IndexOutOfRangeException among them.
    private LogProblem ProblemOf(Exception error)
    {
        if (IsWindowTooLarge(error, out var limit)) return new LogProblem(_name, LogProblemKind.WindowTooLarge, limit);
        var problem = LogProblem.From(_name, error);
        var isSystemError = _compression == Compression.None || error is IOException and not EndOfStreamException;
        return isSystemError ? problem : problem with { Kind = LogProblemKind.BrokenCompression };
    }

    private static bool IsWindowTooLarge(Exception error, out string limit)
    {
        var ofZstandard = error is ZstdException { Code: ZSTD_ErrorCode.ZSTD_error_frameParameter_windowTooLarge };
        limit = ofZstandard ? $"{1 << (Decoders.MaxZstandardWindowLog - 20)} MiB" : error.Message;
        return ofZstandard || error is WindowTooLargeException;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder?.Dispose();
            _decoder = null;
            _stored.Dispose();
        }
        base.Dispose(disposing);
    }
}
