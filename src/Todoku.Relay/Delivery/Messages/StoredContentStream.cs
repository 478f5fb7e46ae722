using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Messages;

/// <summary>Reads a message out of the queue piece by piece: what the relay put before it, then its content. Forward only.</summary>
internal sealed class StoredContentStream(DeliveryQueue queue, QueueId id, ReadOnlyMemory<byte> prefix, long contentLength, int pieceLength) : Stream
{
    private readonly long _contentLength = contentLength;
    private readonly byte[] _buffer = new byte[Math.Min(pieceLength, Math.Max(contentLength, 1))];
    private ReadOnlyMemory<byte> _rest = prefix;
    private long _taken;
    private int _piece;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length { get; } = prefix.Length + contentLength;

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">The queue can't be read, or does not hold the whole message.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_rest.IsEmpty && _taken < _contentLength)
        {
            var length = queue.ReadContent(id, _piece++, _buffer);
            if (length <= 0) throw new IOException($"piece {_piece} of {id} can't be read from the queue");
            _taken += length;
            _rest = _buffer.AsMemory(0, length);
        }
        var take = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..take].CopyTo(buffer);
        _rest = _rest[take..];
        return take;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
