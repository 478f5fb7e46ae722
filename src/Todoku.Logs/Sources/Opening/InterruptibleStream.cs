using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Todoku.Logs.Sources.Opening;

/// <summary>
/// A pipe whose reading can be broken off while nothing comes: it then ends as if it had been closed, and what came before is delivered. A thread of
/// its own waits for the pipe, since such a wait can't be ended from outside.
/// </summary>
/// <param name="pipe">The pipe; closed with the stream.</param>
/// <param name="interrupted">Ends the reading.</param>
internal sealed class InterruptibleStream(Stream pipe, CancellationToken interrupted) : ReadOnlyStream
{
    private const int ChunkLength = 128 * 1024;
    private const int ChunksAhead = 4;

    // Filled in turn: one is read, one is filled, the others wait between.
    private readonly byte[]?[] _buffers = new byte[ChunksAhead + 2][];
    private readonly Channel<ReadOnlyMemory<byte>> _chunks = Channel.CreateBounded<ReadOnlyMemory<byte>>(ChunksAhead);
    private ReadOnlyMemory<byte> _chunk;
    private ExceptionDispatchInfo? _error;
    private Thread? _reader;

    public override int Read(Span<byte> buffer)
    {
        if (_reader is null)
        {
            _reader = new Thread(ReadPipe) { IsBackground = true, Name = "pipe reader" };
            _reader.Start();
        }
        if (buffer.IsEmpty || (_chunk.IsEmpty && !TakeChunk())) return 0;
        var count = Math.Min(buffer.Length, _chunk.Length);
        _chunk.Span[..count].CopyTo(buffer);
        _chunk = _chunk[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _chunks.Writer.TryComplete();
            pipe.Dispose();
        }
        base.Dispose(disposing);
    }

    private bool TakeChunk()
    {
        try
        {
            while (!_chunks.Reader.TryRead(out _chunk))
            {
                if (_chunks.Reader.WaitToReadAsync(interrupted).AsTask().GetAwaiter().GetResult()) continue;
                _error?.Throw();
                return false;
            }
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void ReadPipe()
    {
        try
        {
            for (var i = 0; ; i = (i + 1) % _buffers.Length)
            {
                var chunk = _buffers[i] ??= new byte[ChunkLength];
                var count = pipe.Read(chunk);
                if (count == 0 || !Hand(chunk.AsMemory(0, count))) break;
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException) // thrown to who reads; a thread of its own must not end the process
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }
        _chunks.Writer.TryComplete();
    }

    private bool Hand(ReadOnlyMemory<byte> chunk)
    {
        while (!_chunks.Writer.TryWrite(chunk))
        {
            if (!_chunks.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult()) return false;
        }
        return true;
    }
}
