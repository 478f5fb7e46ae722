using Microsoft.Win32.SafeHandles;

namespace Todoku.Logs.Sources.Following;

/// <summary>Remembers the last bytes read of a log, to tell whether a file is still the one that was read.</summary>
internal sealed class ReadMark
{
    private const int Capacity = 256;

    private readonly byte[] _bytes = new byte[Capacity];
    private int _length;

    /// <summary>Whether nothing is remembered.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Forgets: reading starts at the beginning of a file.</summary>
    public void Clear() => _length = 0;

    /// <summary>Remembers what was read.</summary>
    public void Append(ReadOnlySpan<byte> read)
    {
        if (read.Length >= Capacity)
        {
            read[^Capacity..].CopyTo(_bytes);
            _length = Capacity;
            return;
        }
        var kept = Math.Min(_length, Capacity - read.Length);
        _bytes.AsSpan(_length - kept, kept).CopyTo(_bytes);
        read.CopyTo(_bytes.AsSpan(kept));
        _length = kept + read.Length;
    }

    /// <summary>Takes the mark from a file that was read by someone else up to a position.</summary>
    /// <returns>False when the file is shorter than that.</returns>
    public bool TryReset(SafeFileHandle file, long position)
    {
        _length = (int)Math.Min(Capacity, position);
        return RandomAccess.Read(file, _bytes.AsSpan(0, _length), position - _length) == _length;
    }

    /// <summary>Whether a file holds the remembered bytes right before a position.</summary>
    public bool Matches(SafeFileHandle file, long position)
    {
        if (_length == 0) return RandomAccess.GetLength(file) == 0;
        Span<byte> found = stackalloc byte[Capacity];
        found = found[..RandomAccess.Read(file, found[.._length], position - _length)];
        return found.SequenceEqual(_bytes.AsSpan(0, _length));
    }
}
