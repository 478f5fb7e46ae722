using System.Runtime.CompilerServices;

namespace Todoku.Logs.Envelopes;

/// <summary>Reads the time stamp at the start of a line: traditional syslog (RFC 3164, section 4.1.2) or RFC 3339.</summary>
public static class StampReader
{
    private const int TraditionalLength = 15; // "Mmm dd hh:mm:ss"

    private static readonly long[] MonthStart = [.. Enumerable.Range(1, 12).Select(month => new DateTime(LogTime.StandInYear, month, 1).Ticks)];

    /// <summary>Reads a stamp.</summary>
    /// <param name="line">The line.</param>
    /// <param name="time">The time.</param>
    /// <param name="length">How many bytes the stamp took.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, out LogTime time, out int length)
    {
        if (line.Length > TraditionalLength && line[0] >= 'A') return TryTraditional(line, out time, out length);
        return TryRfc3339(line, out time, out length);
    }

    // Mmm dd hh:mm:ss, the day padded with a space (RFC 3164) or a zero (Postfix's postlogd, some rsyslog templates).
    private static bool TryTraditional(ReadOnlySpan<byte> line, out LogTime time, out int length)
    {
        time = default;
        length = TraditionalLength;
        if (line[3] != ' ' || line[6] != ' ' || line[9] != ':' || line[12] != ':') return false;
        var month = MonthOf(line);
        var day = (line[4] == ' ' ? 0 : Digit(line, 4) * 10) + Digit(line, 5);
        var seconds = Seconds(line, 7);
        if (month == 0 || seconds < 0 || day is < 1 or > 31) return false;
        if (day > DateTime.DaysInMonth(LogTime.StandInYear, month)) return false;
        var ticks = MonthStart[month - 1] + ((day - 1) * TimeSpan.TicksPerDay) + (seconds * TimeSpan.TicksPerSecond);
        if (line[length] == '.') ticks += Fraction(line, ref length); // journalctl -o short-precise
        time = new LogTime(ticks, LogTimeKind.Yearless, 0);
        return true;
    }

    // 2026-06-03T10:40:57.278515+02:00: any fraction, Z or an offset; without an offset it is local time.
    private static bool TryRfc3339(ReadOnlySpan<byte> line, out LogTime time, out int length)
    {
        time = default;
        length = 0;
        if (line.Length < 20 || line[4] != '-' || line[7] != '-' || line[10] != 'T' || line[13] != ':' || line[16] != ':') return false;
        int year = (Pair(line, 0) * 100) + Pair(line, 2), month = Pair(line, 5), day = Pair(line, 8);
        var seconds = Seconds(line, 11);
        if (seconds < 0 || year < 1970 || year > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var ticks = new DateTime(year, month, day).Ticks + (seconds * TimeSpan.TicksPerSecond);
        var at = 19;
        if (line[at] is (byte)'.' or (byte)',') ticks += Fraction(line, ref at);
        var written = at;
        var kind = !Offset(line, ref at, out var minutes) ? LogTimeKind.Local
            : minutes == 0 && line[written] == '-' ? LogTimeKind.UtcOnly // RFC 3339, section 4.3: UTC is known, the local offset is not
            : LogTimeKind.Utc;
        time = new LogTime(ticks - (minutes * TimeSpan.TicksPerMinute), kind, minutes);
        length = at;
        return true;
    }

    private static long Fraction(ReadOnlySpan<byte> line, ref int at)
    {
        long ticks = 0, unit = TimeSpan.TicksPerSecond;
        for (at++; at < line.Length && (uint)(line[at] - '0') <= 9; at++)
        {
            unit /= 10;
            ticks += (line[at] - '0') * unit;
        }
        return ticks;
    }

    private static bool Offset(ReadOnlySpan<byte> line, ref int at, out short minutes)
    {
        minutes = 0;
        if (at >= line.Length) return false;
        if (line[at] is (byte)'Z' or (byte)'z')
        {
            at++;
            return true;
        }
        if (line[at] is not ((byte)'+' or (byte)'-') || line.Length < at + 5) return false;
        var colon = line[at + 3] == ':' ? 1 : 0; // journalctl's short-iso writes +0200
        if (line.Length < at + 5 + colon) return false;
        int hours = Pair(line, at + 1), rest = Pair(line, at + 3 + colon);
        if (hours is < 0 or > 18 || rest is < 0 or > 59) return false;
        minutes = (short)(((hours * 60) + rest) * (line[at] == '-' ? -1 : 1));
        at += 5 + colon;
        return true;
    }

    // hh:mm:ss as seconds; 60 for a leap second is taken as 59; negative when it is no time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Seconds(ReadOnlySpan<byte> line, int at)
    {
        int hours = Pair(line, at), minutes = Pair(line, at + 3), seconds = Pair(line, at + 6);
        if (hours is < 0 or > 23 || minutes is < 0 or > 59 || seconds is < 0 or > 60) return -1;
        return (hours * 3600) + (minutes * 60) + Math.Min(seconds, 59);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pair(ReadOnlySpan<byte> line, int at)
    {
        int tens = line[at] - '0', ones = line[at + 1] - '0';
        return (uint)tens > 9 || (uint)ones > 9 ? -1 : (tens * 10) + ones;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digit(ReadOnlySpan<byte> line, int at)
    {
        var digit = line[at] - '0';
        return (uint)digit > 9 ? -100 : digit;
    }

    private static int MonthOf(ReadOnlySpan<byte> line) => (line[0] << 16 | line[1] << 8 | line[2]) switch
    {
        'J' << 16 | 'a' << 8 | 'n' => 1,
        'F' << 16 | 'e' << 8 | 'b' => 2,
        'M' << 16 | 'a' << 8 | 'r' => 3,
        'A' << 16 | 'p' << 8 | 'r' => 4,
        'M' << 16 | 'a' << 8 | 'y' => 5,
        'J' << 16 | 'u' << 8 | 'n' => 6,
        'J' << 16 | 'u' << 8 | 'l' => 7,
        'A' << 16 | 'u' << 8 | 'g' => 8,
        'S' << 16 | 'e' << 8 | 'p' => 9,
        'O' << 16 | 'c' << 8 | 't' => 10,
        'N' << 16 | 'o' << 8 | 'v' => 11,
        'D' << 16 | 'e' << 8 | 'c' => 12,
        _ => 0,
    };
}
