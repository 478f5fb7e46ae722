using System.Buffers;

namespace Todoku.Logs.Envelopes;

/// <summary>
/// A way to wrap a log line that the fast reader does not read itself (JSON, container prefixes, RFC 5424 ...). It rewrites
/// the line into the plain form <c>TIME HOST PROGRAM[PID]: TEXT</c>, in which TIME is RFC 3339 or the traditional
/// <c>Mmm dd hh:mm:ss</c> as it stood. The result may itself be wrapped; it is then tried again, a few times at the most.
/// </summary>
public interface ILineFormat
{
    /// <summary>Rewrites one line, without its line end.</summary>
    /// <param name="line">The line as read; hostile.</param>
    /// <param name="output">Where the plain line is written; nothing may be written when the answer is false.</param>
    /// <returns>Whether the line is of this format.</returns>
    bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output);
}
