using System.Buffers;
using Todoku.Logs.Exim;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// A date and time with a space between, <c>2026-06-03 10:40:57.123 +0200 mail postfix/smtp[97]: text</c>, as templates of rsyslog and
/// syslog-ng write it. Lines without a program tag are left to the dialects that write such stamps (Exim).
/// </summary>
internal sealed class SpacedIsoTime : ILineFormat
{
    private const int StampLength = 19;
    private const int MaxTimeLength = StampLength + 10 + 6;

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (!StandsAt(line)) return false;
        var rest = line[StampLength..];
        Span<byte> time = stackalloc byte[MaxTimeLength];
        var length = Copy(line[..StampLength], time);
        time[10] = (byte)'T';
        if (rest[0] is (byte)'.' or (byte)',')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is <= 0 or > 9) return false;
            length += Copy(rest[..(digits + 1)], time[length..]);
            rest = rest[(digits + 1)..];
        }
        length += Offset(ref rest, time[length..]);
        if (rest.Length < 3 || rest[0] != ' ' || !HasTag(rest[1..])) return false;
        return Restamp.Write(time[..length], rest, output);
    }

    /// <summary>Whether a text begins with such a stamp.</summary>
    public static bool StandsAt(ReadOnlySpan<byte> text)
    {
        if (text.Length <= StampLength || text[10] != ' ' || !char.IsAsciiDigit((char)text[0])) return false;
        Span<byte> time = stackalloc byte[StampLength + 1];
        text[..StampLength].CopyTo(time);
        time[10] = (byte)'T';
        time[StampLength] = (byte)'Z';
        return StampReader.TryRead(time, out _, out _);
    }

    private static int Offset(ref ReadOnlySpan<byte> rest, scoped Span<byte> time)
    {
        var at = rest[0] == ' ' ? 1 : 0;
        if (rest.Length > at && rest[at] == 'Z')
        {
            rest = rest[(at + 1)..];
            return Copy("Z"u8, time);
        }
        if (rest.Length < at + 6 || rest[at] is not ((byte)'+' or (byte)'-')) return 0;
        var end = rest[at..].IndexOf((byte)' ');
        if (end is not (5 or 6)) return 0;
        var offset = rest.Slice(at, end);
        rest = rest[(at + end)..];
        return Copy(offset, time);
    }

    // "prog[1]: ", or a host and then "prog[1]: " or "prog: ".
    private static bool HasTag(ReadOnlySpan<byte> rest)
    {
        if (ProgramTag.StandsAt(rest)) return true;
        if (EximMessageId.LengthAt(rest) > 0) return false;
        var space = rest.IndexOf((byte)' ');
        if (space <= 0 || rest[0] == '[') return false;
        rest = rest[(space + 1)..];
        if (ProgramTag.StandsAt(rest)) return true;
        var end = rest.IndexOfAny((byte)' ', (byte)':', (byte)'[');
        return end > 0 && rest[end] == ':' && end + 1 < rest.Length && rest[end + 1] == ' ';
    }

    private static int Copy(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        bytes.CopyTo(target);
        return bytes.Length;
    }
}
