using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// What should not stand before a line: NUL bytes that a crash left in the file, a byte order mark, spaces, colours.
/// </summary>
internal sealed class LeadingNoise : ILineFormat
{
    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        var rest = line.TrimStart("\0 \t\r"u8);
        if (rest.StartsWith("\uFEFF"u8)) rest = rest[3..];
        rest = AnsiSequence.Skip(rest);
        return rest.Length < line.Length && (OwnStamp.At(rest) || (!rest.IsEmpty && rest[0] == '{')) && PlainLine.WriteText(rest, output);
    }
}
