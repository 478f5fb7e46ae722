using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// RFC 5424, section 6: <c>&lt;22&gt;1 2026-06-03T10:40:57.000Z host postfix/smtp 9710 - [sd a="b"] BOM text</c>, with <c>-</c> for
/// what is unknown. The priority may be missing, as in files written by some templates.
/// </summary>
internal sealed class Rfc5424 : ILineFormat
{
    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (line.IsEmpty || line[0] is not ((byte)'<' or (byte)'1')) return false;
        var rest = line[SyslogPriority.LengthAt(line)..];
        if (!rest.StartsWith("1 "u8)) return false;
        rest = rest[2..];
        if (!TryWord(ref rest, out var time) || !TryWord(ref rest, out var host) || !TryWord(ref rest, out var program)
            || !TryWord(ref rest, out var pid) || !TryWord(ref rest, out _) || !TrySkipStructuredData(ref rest)) return false;
        if (rest.StartsWith("\uFEFF"u8)) rest = rest[3..];
        return new PlainLine { Time = time, Host = host, Program = program, Pid = pid, Text = rest }.TryWrite(output);
    }

    private static bool TryWord(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> word)
    {
        var end = rest.IndexOf((byte)' ');
        word = end < 0 ? default : rest[..end];
        if (end <= 0) return false;
        rest = rest[(end + 1)..];
        if (word is [(byte)'-']) word = default;
        return true;
    }

    // STRUCTURED-DATA = NILVALUE / 1*("[" ... "]"); within a quoted value \" \\ and \] are escaped (section 6.3.3).
    private static bool TrySkipStructuredData(ref ReadOnlySpan<byte> rest)
    {
        var at = 0;
        if (rest.IsEmpty) return false;
        if (rest[0] == '-') at = 1;
        while (at < rest.Length && rest[at] == '[')
        {
            var end = EndOfElement(rest, at + 1);
            if (end < 0) return false;
            at = end;
        }
        if (at == 0 || (at < rest.Length && rest[at] != ' ')) return false;
        rest = rest[Math.Min(at + 1, rest.Length)..];
        return true;
    }

    private static int EndOfElement(ReadOnlySpan<byte> text, int at)
    {
        var quoted = false;
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\' && quoted) at++;
            else if (text[at] == '"') quoted = !quoted;
            else if (text[at] == ']' && !quoted) return at + 1;
        }
        return -1;
    }
}
