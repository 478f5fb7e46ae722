using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>A time that <c>docker logs -t</c> or <c>kubectl logs --timestamps</c> put before a line that has its own.</summary>
internal sealed class ContainerTimestamp : ILineFormat
{
    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (line.Length < 40 || !char.IsAsciiDigit((char)line[0]) || !StampReader.TryRead(line, out _, out var length)) return false;
        if (line[length] != ' ') return false;
        var rest = line[(length + 1)..];
        return (OwnStamp.At(rest) || rest[0] == '{') && PlainLine.WriteText(rest, output);
    }
}
