namespace Todoku.Logs.Envelopes;

/// <summary>
/// Reads plain log lines, <c>TIME HOST PROGRAM[PID]: TEXT</c>, at full speed. Anything wrapped is first rewritten into this form by
/// an <see cref="ILineFormat"/>. Not for use by several threads: it remembers the last stamp, since neighbouring lines share it.
/// </summary>
public sealed class EnvelopeReader
{
    private const int RememberedLength = 16;
    private const int MaxProgramLength = 128;

    private readonly byte[] _lastStamp = new byte[RememberedLength];
    private LogTime _lastTime;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="envelope">What stands before the text, and the text.</param>
    /// <returns>False when the line does not begin with a known time stamp or has no program tag.</returns>
    public bool TryRead(ReadOnlySpan<byte> line, out LogEnvelope envelope)
    {
        envelope = default;
        if (line.Length < RememberedLength + 4) return false;
        if (!TryTime(line, out var time, out var at)) return false;
        var rest = line[at..];
        if (rest.IsEmpty || rest[0] != ' ') return false;
        rest = rest[1..];
        if (!TryHostAndProgram(rest, out var host, out var program, out var text)) return false;
        envelope = new LogEnvelope { Time = time, Host = host, Program = program, Text = text };
        return true;
    }

    private bool TryTime(ReadOnlySpan<byte> line, out LogTime time, out int length)
    {
        if (line[..RememberedLength].SequenceEqual(_lastStamp))
        {
            time = _lastTime;
            length = RememberedLength - 1;
            return true;
        }
        if (!StampReader.TryRead(line, out time, out length)) return false;
        if (length == RememberedLength - 1) // traditional: 15 bytes and the space
        {
            line[..RememberedLength].CopyTo(_lastStamp);
            _lastTime = time;
        }
        return true;
    }

    // "host prog[1]: text"; the host may be missing ("prog[1]: text"), and the pid too ("host prog: text").
    private static bool TryHostAndProgram(
        ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> host, out ReadOnlySpan<byte> program, out ReadOnlySpan<byte> text)
    {
        host = program = text = default;
        var space = rest.IndexOf((byte)' ');
        if (space <= 0) return false;
        if (rest[space - 1] != ':')
        {
            host = rest[..space];
            if (host is [(byte)'-']) host = default;
            rest = rest[(space + 1)..];
        }
        var end = rest[..Math.Min(rest.Length, MaxProgramLength)].IndexOfAny((byte)'[', (byte)':', (byte)' ');
        if (end <= 0 || rest[end] == ' ') return false;
        program = rest[..end];
        if (rest[end] == '[')
        {
            var close = rest[end..Math.Min(rest.Length, end + 24)].IndexOf((byte)']');
            if (close < 0) return false;
            end += close + 1;
            if (end >= rest.Length || rest[end] != ':') return false;
        }
        text = rest[(end + 1)..];
        if (!text.IsEmpty && text[0] == ' ') text = text[1..];
        if (text.StartsWith("[ID "u8)) text = WithoutMessageId(text);
        return true;
    }

    // Solaris puts "[ID 197553 mail.info] " before the text.
    private static ReadOnlySpan<byte> WithoutMessageId(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf("] "u8);
        return end < 0 ? text : text[(end + 2)..];
    }
}
