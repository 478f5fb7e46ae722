using System.Buffers;

namespace Todoku.Logs.Envelopes.Formats;

/// <summary>
/// A traditional stamp with the year in it: <c>Jun  3 2026 10:40:57 mail postfix/smtp[97]: text</c> (Cisco, some rsyslog templates) or
/// <c>2026 Jun  3 10:40:57 ...</c> (syslog-ng). Becomes RFC 3339 without an offset, which is local time.
/// </summary>
internal sealed class YearInDate : ILineFormat
{
    private const int StampLength = 20;

    /// <inheritdoc/>
    public bool TryRewrite(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        Span<byte> time = stackalloc byte[19];
        if (!TryStamp(line, time)) return false;
        return Restamp.Write(time, line[StampLength..], output);
    }

    /// <summary>Whether a text begins with such a stamp.</summary>
    public static bool StandsAt(ReadOnlySpan<byte> text) => TryStamp(text, stackalloc byte[19]);

    private static bool TryStamp(ReadOnlySpan<byte> line, Span<byte> time)
    {
        if (line.Length < StampLength) return false;
        var yearLast = line[3] == ' ' && line[6] == ' ' && line[11] == ' ';
        if (!yearLast && (line[4] != ' ' || line[8] != ' ' || line[11] != ' ')) return false;
        var year = yearLast ? line[7..11] : line[..4];
        var day = yearLast ? line[..7] : line[5..12];
        Span<byte> traditional = stackalloc byte[16];
        day.CopyTo(traditional);
        line[12..StampLength].CopyTo(traditional[7..]);
        traditional[15] = (byte)' ';
        return year.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && StampReader.TryRead(traditional, out var stamp, out _) && Restamp.TryFormat(year, stamp, time);
    }
}
