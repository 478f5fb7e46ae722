using System.Buffers.Text;

namespace Todoku.Logs.Envelopes.Json;

/// <summary>A time as a number since 1970 in seconds, milliseconds, microseconds (the journal) or nanoseconds (Loki), told apart by its size.</summary>
internal static class EpochTime
{
    /// <summary>Length of a time as written by <see cref="TryFormat"/>: <c>2026-06-03T08:40:57.278515-00:00</c>.</summary>
    public const int FormattedLength = 32;

    private const int MaxDigits = 19;

    /// <summary>Writes a number as RFC 3339 with microseconds, UTC, the local offset unknown (RFC 3339, section 4.3).</summary>
    /// <param name="digits">Decimal digits, for seconds with or without a fraction.</param>
    /// <param name="target">At least <see cref="FormattedLength"/> bytes.</param>
    /// <returns>False when it is no number or not between 1973 and 2286.</returns>
    public static bool TryFormat(ReadOnlySpan<byte> digits, Span<byte> target)
    {
        if (!TryTicks(digits, out var ticks)) return false;
        new DateTime(DateTime.UnixEpoch.Ticks + ticks).TryFormat(target, out _, "yyyy-MM-dd'T'HH:mm:ss.ffffff'-00:00'");
        return true;
    }

    private static bool TryTicks(ReadOnlySpan<byte> digits, out long ticks)
    {
        ticks = 0;
        if (digits.IsEmpty || digits.Length > MaxDigits + 10 || !char.IsAsciiDigit((char)digits[0])) return false;
        if (!Utf8Parser.TryParse(digits, out long whole, out var used)) return false;
        var fraction = 0m;
        if (used < digits.Length && (!Utf8Parser.TryParse(digits[used..], out fraction, out var more) || used + more != digits.Length)) return false;
        switch (used)
        {
            case 9 or 10: ticks = (whole * TimeSpan.TicksPerSecond) + (long)(fraction * TimeSpan.TicksPerSecond); return true;
            case 12 or 13: ticks = whole * TimeSpan.TicksPerMillisecond; return true;
            case 15 or 16: ticks = whole * TimeSpan.TicksPerMicrosecond; return true;
            case 18 or 19: ticks = whole / 100; return true;
            default: return false;
        }
    }
}
