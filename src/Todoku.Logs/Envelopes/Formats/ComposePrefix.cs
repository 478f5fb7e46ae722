using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>The name that <c>docker compose logs</c> puts before a line, coloured or not: <c>postfix-mailcow-1  | text</c>.</summary>
internal sealed class ComposePrefix : ILineFormat
{
    private const int MaxPrefixLength = 160;

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"u8);

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        var rest = AnsiSequence.Skip(line);
        var name = rest[..Math.Min(rest.Length, MaxPrefixLength)].IndexOfAnyExcept(NameBytes);
        if (name <= 0) return false;
        rest = AnsiSequence.Skip(rest[name..]).TrimStart((byte)' ');
        if (rest.IsEmpty || rest[0] != '|') return false;
        rest = AnsiSequence.Skip(rest[1..]).TrimStart((byte)' ');
        return !rest.IsEmpty && PlainLine.WriteText(rest, output);
    }
}
