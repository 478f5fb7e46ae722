namespace Todoku.Logs.Correlation;

/// <summary>A short text kept as bytes in an array that is used again for the next message.</summary>
internal struct ByteField
{
    /// <summary>Longer text is cut: addresses have at most 254 bytes (RFC 5321, section 4.5.3.1), quoted ones a few more.</summary>
    public const int MaxLength = 320;

    private byte[]? _bytes;
    private int _length;

    /// <summary>The bytes.</summary>
    public readonly ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    /// <summary>Whether it holds nothing.</summary>
    public readonly bool IsEmpty => _length == 0;

    /// <summary>Takes a copy.</summary>
    public void Set(ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        if (_bytes is null || _bytes.Length < text.Length) _bytes = new byte[Math.Max(32, text.Length)];
        text.CopyTo(_bytes);
        _length = text.Length;
    }

    /// <summary>Forgets the text and keeps the array.</summary>
    public void Clear() => _length = 0;
}
