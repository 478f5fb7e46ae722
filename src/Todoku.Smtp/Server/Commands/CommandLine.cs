using System.Buffers;

namespace Todoku.Smtp.Server.Commands;

/// <summary>Finds command lines: they end with CRLF and nothing else (RFC 5321, section 2.3.8).</summary>
internal static class CommandLine
{
    /// <summary>Looks for the first CRLF.</summary>
    /// <param name="buffer">What was received; afterwards what follows the line, if one was found.</param>
    /// <param name="line">The line without its CRLF.</param>
    public static bool TryTake(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        // Nearly always all is in one piece.
        var end = buffer.FirstSpan.IndexOf("\r\n"u8);
        if (end >= 0)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(end + 2);
            return true;
        }
        var reader = new SequenceReader<byte>(buffer);
        if (buffer.IsSingleSegment || !reader.TryReadTo(out line, "\r\n"u8))
        {
            line = default;
            return false;
        }
        buffer = buffer.Slice(reader.Position);
        return true;
    }
}
