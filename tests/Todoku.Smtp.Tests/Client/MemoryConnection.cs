using System.IO.Pipelines;

namespace Todoku.Smtp.Tests.Client;

/// <summary>A connection without a network. What the client writes is kept write by write.</summary>
internal sealed class MemoryConnection
{
    private readonly PipeWriter _serverOutput;

    public MemoryConnection()
    {
        var toServer = new Pipe(new PipeOptions(pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19));
        var toClient = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        _serverOutput = toClient.Writer;
        Client = new End(toClient.Reader, toServer.Writer, Writes);
        Server = new End(toServer.Reader, toClient.Writer, []);
    }

    /// <summary>The client's end.</summary>
    public Stream Client { get; }

    /// <summary>The server's end.</summary>
    public Stream Server { get; }

    /// <summary>What the client wrote, one array a write.</summary>
    public List<byte[]> Writes { get; } = [];

    /// <summary>Lets the client read an end after what the server wrote.</summary>
    public void EndServerOutput() => _serverOutput.Complete();

    private sealed class End(PipeReader reader, PipeWriter writer, List<byte[]> writes) : Stream
    {
        private readonly Stream _reader = reader.AsStream();

        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _reader.ReadAsync(buffer, cancellationToken);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            lock (writes) writes.Add(buffer.ToArray());
            var result = await writer.WriteAsync(buffer, cancellationToken);
            if (result.IsCompleted) throw new IOException("broken pipe");
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            reader.Complete();
            writer.Complete();
            base.Dispose(disposing);
        }
    }
}
