using System.Buffers;

namespace Todoku.Logs.Envelopes;

/// <summary>
/// Takes the wrapping off a line, layer by layer (a JSON line of a container whose text is an RFC 5424 line ...), until no format
/// knows it any more. Not for use by several threads.
/// </summary>
/// <param name="formats">The formats to try, as a rule <see cref="LineFormats.All"/>.</param>
public sealed class LineUnwrapper(IReadOnlyList<ILineFormat> formats)
{
    /// <summary>Layers that are taken off; real logs have at most three, more is somebody's joke.</summary>
    public const int MaxLayers = 4;

    private const int KeptCapacity = 1 << 20;

    private ArrayBufferWriter<byte> _current = new(4096);
    private ArrayBufferWriter<byte> _next = new(4096);
    private int _lastFormat;

    /// <summary>Takes off all layers.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="plain">The innermost line, valid until the next call.</param>
    /// <returns>False when no format knows the line; <paramref name="plain"/> is then empty.</returns>
    public bool TryUnwrap(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> plain)
    {
        if (_current.Capacity > KeptCapacity) _current = new ArrayBufferWriter<byte>(4096);
        if (_next.Capacity > KeptCapacity) _next = new ArrayBufferWriter<byte>(4096);
        plain = default;
        for (var layer = 0; layer < MaxLayers; layer++)
        {
            _next.ResetWrittenCount();
            if (!TryFormats(line)) return layer > 0;
            (_current, _next) = (_next, _current);
            line = plain = _current.WrittenSpan;
        }
        return true;
    }

    // A file is as a rule of one format: the one that fitted last is tried first.
    private bool TryFormats(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty) return false;
        for (var i = 0; i < formats.Count; i++)
        {
            var index = (_lastFormat + i) % formats.Count;
            if (!formats[index].TryRewrite(line, _next)) continue;
            _lastFormat = index;
            return true;
        }
        return false;
    }
}
