namespace Todoku.Logs.Sources;

/// <summary>
/// The bytes of one input. Where they break off (damaged compression, a file cut short, a failing disk) the stream ends like any other
/// and <see cref="Problem"/> says why, so that nothing read before is lost to an exception.
/// </summary>
public abstract class LogStream : Stream
{
    /// <summary>What went wrong, null while all is well. To be looked at once a read gave 0.</summary>
    public LogProblem? Problem { get; protected set; }

    /// <summary>Bytes of the input as stored (compressed) that were taken so far, for progress.</summary>
    public abstract long StoredBytesRead { get; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public abstract override int Read(Span<byte> buffer);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
