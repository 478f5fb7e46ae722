using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>A priority before an otherwise plain line: <c>&lt;22&gt;Jun  3 10:40:57 mail postfix/smtp[97]: text</c>.</summary>
internal sealed class PriorityPrefix : ILineFormat
{
    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        var length = SyslogPriority.LengthAt(line);
        return length > 0 && OwnStamp.At(line[length..]) && PlainLine.WriteText(line[length..], output);
    }
}
