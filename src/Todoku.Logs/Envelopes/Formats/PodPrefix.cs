using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>The name that <c>kubectl logs --prefix</c> puts before a line: <c>[pod/postfix-0/postfix] text</c>.</summary>
internal sealed class PodPrefix : ILineFormat
{
    private const int MaxPrefixLength = 600;

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (!line.StartsWith("[pod/"u8)) return false;
        var end = line[..Math.Min(line.Length, MaxPrefixLength)].IndexOf("] "u8);
        return end > 0 && end + 2 < line.Length && PlainLine.WriteText(line[(end + 2)..], output);
    }
}
