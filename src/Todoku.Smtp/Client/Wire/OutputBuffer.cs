using System.Buffers;
using System.Text;

namespace Todoku.Smtp.Client.Wire;

/// <summary>What waits to be sent in one write. Its memory is rented while it holds more than a few commands.</summary>
internal sealed class OutputBuffer : IBufferWriter<byte>
{
    private const int OwnSize = 1024;

    private readonly byte[] _own = new byte[OwnSize];
    private byte[] _octets;

    public OutputBuffer() => _octets = _own;

    /// <summary>How many octets wait.</summary>
    public int Count { get; private set; }

    /// <summary>The octets that wait.</summary>
    public ReadOnlyMemory<byte> Octets => _octets.AsMemory(0, Count);

    /// <summary>Forgets what was sent; keeps its memory.</summary>
    public void Clear() => Count = 0;

    /// <summary>Forgets what was sent and gives rented memory back.</summary>
    public void Release()
    {
        Clear();
        if (_octets == _own) return;
        ArrayPool<byte>.Shared.Return(_octets);
        _octets = _own;
    }

    /// <inheritdoc/>
    public void Advance(int count) => Count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(Math.Max(sizeHint, 1));
        return _octets.AsMemory(Count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(Math.Max(sizeHint, 1));
        return _octets.AsSpan(Count);
    }

    /// <summary>Makes room, so that the next octets need no growth.</summary>
    public void Ensure(int free)
    {
        if (_octets.Length - Count >= free) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Count + free, _octets.Length * 2));
        _octets.AsSpan(0, Count).CopyTo(larger);
        if (_octets != _own) ArrayPool<byte>.Shared.Return(_octets);
        _octets = larger;
    }

    /// <summary>Writes a text in UTF-8.</summary>
    public void Write(string text) => Advance(Encoding.UTF8.GetBytes(text, GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));

    /// <summary>Takes octets off the front that stand before a position, for a header that turned out shorter than its room.</summary>
    public ReadOnlyMemory<byte> From(int start) => _octets.AsMemory(start, Count - start);

    /// <summary>Room that was written before, to be filled in.</summary>
    public Span<byte> Reserved(int start, int length) => _octets.AsSpan(start, length);
}
