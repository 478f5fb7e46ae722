using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Reading;

/// <summary>
/// Joins what a container's log cut: containerd and docker write a line over 16 KB in parts, of which all but the last are marked (the
/// runtime interface's flag P; json-file by a text without the line end). Parts in different blocks stay apart. Not for use by
/// several threads.
/// </summary>
internal sealed class PartialLines
{
    /// <summary>A joined line takes no more parts past this length, in bytes.</summary>
    public const int MaxLength = BlockParser.MaxLineLength;

    private readonly Held[] _held = [new Held(), new Held()];

    /// <summary>Takes a line that may be a part.</summary>
    /// <param name="line">The line as read.</param>
    /// <param name="at">Its offset in the block.</param>
    /// <param name="whole">The joined line, valid until the next call; empty when more parts are to come.</param>
    /// <returns>False when the line is whole by itself.</returns>
    public bool TryJoin(ReadOnlySpan<byte> line, int at, out ReadOnlySpan<byte> whole)
    {
        whole = default;
        if (!ContainerPart.TryRead(line, out var part)) return false;
        var held = _held[part.IsError ? 1 : 0];
        if (held.Length == 0 && !part.IsPartial) return false;
        (held.At, held.LastLength) = (at, line.Length);
        if (held.Length == 0)
        {
            held.Add(line[..part.TextEnd]);
            return true;
        }
        if (held.Length + part.TextEnd - part.TextStart <= MaxLength) held.Add(line[part.TextStart..part.TextEnd]);
        if (part.IsPartial) return true;
        held.Add(line[part.TextEnd..]);
        whole = held.Take();
        return true;
    }

    /// <summary>What is held of a line whose end did not come, and where its last part stood; to be called until it gives false.</summary>
    public bool TryTakeLeftover(out ReadOnlySpan<byte> parts, out int at, out int length)
    {
        foreach (var held in _held)
        {
            if (held.Length == 0) continue;
            (at, length) = (held.At, held.LastLength);
            parts = held.Take();
            return true;
        }
        parts = default;
        at = length = 0;
        return false;
    }

    private sealed class Held
    {
        private byte[] _bytes = [];

        public int Length { get; private set; }

        public int At { get; set; }

        public int LastLength { get; set; }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            if (_bytes.Length < Length + bytes.Length) Array.Resize(ref _bytes, (Length + bytes.Length) * 2);
            bytes.CopyTo(_bytes.AsSpan(Length));
            Length += bytes.Length;
        }

        public ReadOnlySpan<byte> Take()
        {
            var length = Length;
            Length = 0;
            return _bytes.AsSpan(0, length);
        }
    }
}
