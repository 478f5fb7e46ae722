using System.Buffers;
using Todoku.Logs.Envelopes;
using Todoku.Logs.Envelopes.Formats;

namespace Todoku.Logs.Exim;

/// <summary>
/// A line of Exim's own log files, which name neither host nor program. Only lines with a message id, or with words that Exim writes,
/// are taken: other programs write such stamps too. Replies of several lines, which Exim joins by a written-out <c>\n</c>, are joined by
/// a space like everybody else's.
/// </summary>
internal sealed class EximMainLog : ILineFormat
{
    private const int MaxTimeLength = 19 + 10 + 5;

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (!EximStamp.TryRead(line, out var stamp)) return false;
        if (EximMessageId.LengthAt(stamp.Text) == 0 && !EximRemarks.IsOfServer(stamp.Text)) return false;
        Span<byte> time = stackalloc byte[MaxTimeLength + 1];
        time.Fill((byte)' ');
        stamp.DateTime.CopyTo(time);
        time[10] = (byte)'T';
        stamp.Fraction.CopyTo(time[stamp.DateTime.Length..]);
        stamp.Offset.CopyTo(time[(stamp.DateTime.Length + stamp.Fraction.Length)..]);
        var length = stamp.DateTime.Length + stamp.Fraction.Length + stamp.Offset.Length;
        if (!StampReader.TryRead(time, out _, out var read) || read != length) return false;

        var builder = new LineBuilder(output, line.Length + 16);
        builder.Raw(time[..length]);
        builder.Raw(" - exim"u8);
        if (!stamp.Pid.IsEmpty)
        {
            builder.Raw("["u8);
            builder.Raw(stamp.Pid);
            builder.Raw("]"u8);
        }
        builder.Raw(": "u8);
        WriteText(ref builder, stamp.Text);
        builder.Commit(output);
        return true;
    }

    private static void WriteText(ref LineBuilder builder, ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var end = text.IndexOf("\\n"u8);
            builder.Text(end < 0 ? text : text[..end]);
            if (end < 0) return;
            builder.Raw(" "u8);
            text = text[(end + 2)..];
        }
    }
}
