using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// <c>journalctl -o short-full</c>: <c>Wed 2026-06-03 10:40:57 UTC mail postfix/smtp[97]: text</c>. The zone stands as its abbreviation;
/// one that means different zones in different places is left out, so that the time is taken as local. Also <c>-o with-unit</c>, which differs
/// only in the tag.
/// </summary>
internal sealed class ShortFull : ILineFormat
{
    private const int DateLength = 23; // "Wed 2026-06-03 10:40:57"
    private const int MaxZoneLength = 6;

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (!StandsAt(line)) return false;
        var rest = line[DateLength..];
        Span<byte> time = stackalloc byte[19 + 8 + MaxZoneLength];
        line[4..DateLength].CopyTo(time);
        time[10] = (byte)'T';
        var length = 19;
        if (rest[0] == '.')
        {
            var digits = Math.Max(0, rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9'));
            if (digits is 0 or > 6) return false;
            rest[..(digits + 1)].CopyTo(time[length..]);
            length += digits + 1;
            rest = rest[(digits + 1)..];
        }
        if (rest.IsEmpty || rest[0] != ' ') return false;
        var end = rest[1..].IndexOf((byte)' ');
        if (end <= 0 || end > MaxZoneLength) return false;
        var offset = ZoneAbbreviation.OffsetOf(rest[1..(end + 1)]);
        offset.CopyTo(time[length..]);
        time = time[..(length + offset.Length)];
        rest = rest[(end + 1)..];
        return UnitTag.TryWrite(time, rest, output) || Restamp.Write(time, rest, output);
    }

    /// <summary>Whether a text begins with such a stamp.</summary>
    public static bool StandsAt(ReadOnlySpan<byte> text) =>
        text.Length > DateLength + 2 && text[3] == ' ' && char.IsAsciiLetter((char)text[0]) && SpacedIsoTime.StandsAt(text[4..]);
}
