using SharpCompress.Compressors.Xz;

namespace Todoku.Logs.Sources.Opening;

/// <summary>
/// One xz stream with a limit on its dictionary. The decoder goes over the border of two blocks within one read, and loses what it had
/// of the first when the second is refused; how many bytes those are is known from the chunks.
/// </summary>
internal sealed class XzLogStream : ReadOnlyStream
{
    /// <summary>The largest dictionary that is unpacked, in bytes: that of <c>xz -9</c>, the largest of xz's own levels.</summary>
    public const int MaxDictionary = 64 * WindowTooLargeException.MiB;

    private readonly XzDictionaryGuard _guard;
    private readonly XZStream _decoder;
    private byte[] _buffer = [];
    private long _delivered;
    private WindowTooLargeException? _refused;

    /// <param name="stored">The input, at the beginning of a stream.</param>
    /// <param name="maxDictionary">The largest dictionary, in bytes.</param>
    public XzLogStream(Stream stored, long maxDictionary = MaxDictionary)
    {
        _guard = new XzDictionaryGuard(stored, maxDictionary);
        _decoder = new XZStream(_guard);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_refused is not null) throw _refused;
        if (_buffer.Length < buffer.Length) _buffer = new byte[buffer.Length];
        int count;
        try
        {
            count = _decoder.Read(_buffer, 0, buffer.Length);
        }
        catch (WindowTooLargeException e)
        {
            _refused = e;
            count = (int)Math.Clamp(_guard.Unpacked - _delivered, 0, buffer.Length);
            if (count == 0) throw;
        }
        _buffer.AsSpan(0, count).CopyTo(buffer);
        _delivered += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder.Dispose();
            _guard.Dispose();
        }
        base.Dispose(disposing);
    }
}
