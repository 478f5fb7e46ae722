namespace Todoku.Logs.Sources.Opening;

/// <summary>
/// Compressed streams one after another in one file, as <c>cat a.xz b.xz</c> makes them, for decoders that read one stream to its exact
/// end and stop.
/// </summary>
/// <param name="stored">The input; its end within a stream throws, since the decoders would take it for bytes of ones.</param>
/// <param name="create">Makes the decoder of the next stream.</param>
internal sealed class JoinedStreams(StoredStream stored, Func<StoredStream, Stream> create) : ReadOnlyStream
{
    private Stream? _current;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_current is null && !TryNextStream()) return 0;
            var count = _current?.Read(buffer) ?? 0;
            if (count > 0) return count;
            _current?.Dispose();
            _current = null;
        }
        return 0;
    }

    // xz allows zero bytes between and after streams, a multiple of four (the .xz file format, section 2.2).
    private bool TryNextStream()
    {
        while (stored.Peek(4) is [0, 0, 0, 0]) stored.Skip(4);
        if (stored.Peek(1).IsEmpty) return false;
        _current = create(stored);
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _current?.Dispose();
        base.Dispose(disposing);
    }
}
