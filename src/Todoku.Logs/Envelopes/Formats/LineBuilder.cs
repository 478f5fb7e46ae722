using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>Writes one line into a buffer writer's span; nothing is handed over before <see cref="Commit"/>.</summary>
internal ref struct LineBuilder(IBufferWriter<byte> output, int capacity)
{
    private const byte Escape = 0x1b;

    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(value => (byte)value), 0x7f]);

    private readonly Span<byte> _span = output.GetSpan(Math.Max(capacity, 1));
    private int _length;

    /// <summary>Bytes that are known to be harmless.</summary>
    public void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_span[_length..]);
        _length += bytes.Length;
    }

    /// <summary>A host or program name: one word, so that it can't be taken for the next part of the line.</summary>
    public void Word(scoped ReadOnlySpan<byte> name)
    {
        foreach (var value in name) _span[_length++] = value is <= 0x20 or 0x7f or (byte)'[' or (byte)']' ? (byte)'_' : value;
        // "mail:" would read as a program without a host.
        if (_span[_length - 1] == ':') _span[_length - 1] = (byte)'_';
    }

    /// <summary>Text as one line: line ends and control characters become spaces, terminal colours go, the end is trimmed.</summary>
    public void Text(scoped ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd(" \t\r\n\0"u8);
        while (true)
        {
            var at = text.IndexOfAny(Controls);
            Raw(at < 0 ? text : text[..at]);
            if (at < 0) return;
            text = text[at..];
            var sequence = text[0] == Escape ? AnsiSequence.LengthAt(text) : 0;
            if (sequence == 0) _span[_length++] = (byte)' ';
            text = text[Math.Max(sequence, 1)..];
        }
    }

    /// <summary>Hands the line over.</summary>
    public readonly void Commit(IBufferWriter<byte> target) => target.Advance(_length);
}
