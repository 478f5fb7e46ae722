using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// A container log of Kubernetes' runtime interface: <c>2026-06-03T10:40:57.123456789Z stdout F text</c>. P instead of F marks a part
/// of a line over 16 KB; <see cref="ContainerPart"/> tells the reader to join them.
/// </summary>
internal sealed class CriLine : ILineFormat
{
    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (line.Length < 24 || !char.IsAsciiDigit((char)line[0]) || !StampReader.TryRead(line, out _, out var length)) return false;
        var rest = line[length..];
        if (!rest.StartsWith(" stdout "u8) && !rest.StartsWith(" stderr "u8)) return false;
        rest = rest[8..];
        var end = rest.IndexOf((byte)' ');
        if (end < 0) end = rest.Length;
        // Further tags may follow the first, separated by colons.
        if (end == 0 || rest[0] is not ((byte)'F' or (byte)'P') || (end > 1 && rest[1] != ':')) return false;
        return new PlainLine { Time = line[..length], Text = rest[Math.Min(end + 1, rest.Length)..] }.TryWrite(output);
    }
}
