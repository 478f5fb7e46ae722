using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Todoku.Cli.Diagnose;

/// <summary>
/// Times and zones as people write them on a command line: a date, a date and time (seconds and offset may follow), a time of
/// today, or how long ago (<c>7d</c>, <c>12h</c>, <c>30m</c>, <c>2w</c>).
/// </summary>
internal static class TimeArgument
{
    private const int MostDaysAgo = 36_500;

    private static readonly string[] Local =
        ["yyyy-M-d", "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy-M-d'T'H:mm", "yyyy-M-d'T'H:mm:ss", "yyyy/M/d", "yyyy/M/d H:mm"];

    private static readonly string[] WithOffset =
        ["yyyy-M-d'T'H:mmzzz", "yyyy-M-d'T'H:mm:sszzz", "yyyy-M-d'T'H:mm:ss.FFFFFFFzzz", "yyyy-M-d H:mmzzz", "yyyy-M-d H:mm:sszzz", "yyyy-M-d H:mm:ss zzz"];

    /// <summary>Reads a time.</summary>
    /// <param name="text">As written.</param>
    /// <param name="zone">The zone of times without an offset.</param>
    /// <param name="now">What "ago" counts from.</param>
    /// <param name="time">The time.</param>
    public static bool TryTime(string text, TimeZoneInfo zone, DateTimeOffset now, out DateTimeOffset time)
    {
        text = text.Trim();
        if (TryAgo(text, now, out time)) return true;
        var culture = CultureInfo.InvariantCulture;
        if (DateTimeOffset.TryParseExact(text.Replace("Z", "+00:00", StringComparison.Ordinal), WithOffset, culture, DateTimeStyles.None, out time)) return true;
        if (DateTime.TryParseExact(text, Local, culture, DateTimeStyles.None, out var local) || TryToday(text, zone, now, out local))
        {
            time = new DateTimeOffset(local, zone.GetUtcOffset(local));
            return true;
        }
        return false;
    }

    /// <summary>Reads a zone: a name of the time zone database, or an offset such as <c>+09:00</c>.</summary>
    public static bool TryZone(string text, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        if (text is ['+' or '-', .. var digits] && TimeSpan.TryParseExact(digits, ["hh\\:mm", "hhmm", "hh", "%h"], CultureInfo.InvariantCulture, out var offset)
            && offset <= TimeSpan.FromHours(14))
        {
            zone = TimeZoneInfo.CreateCustomTimeZone(text, text[0] == '-' ? -offset : offset, text, text);
            return true;
        }
        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out zone);
    }

    private static bool TryAgo(string text, DateTimeOffset now, out DateTimeOffset time)
    {
        time = default;
        if (text.Length < 2 || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return false;
        double days = text[^1] switch
        {
            'w' => count * 7,
            'd' => count,
            'h' => count / 24,
            'm' => count / (24 * 60),
            's' => count / (24 * 60 * 60),
            _ => double.NaN,
        };
        if (!(days <= MostDaysAgo)) return false;
        time = now - TimeSpan.FromDays(days);
        return true;
    }

    private static bool TryToday(string text, TimeZoneInfo zone, DateTimeOffset now, out DateTime local)
    {
        local = default;
        if (!TimeOnly.TryParseExact(text, ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return false;
        local = TimeZoneInfo.ConvertTime(now, zone).Date + time.ToTimeSpan();
        return true;
    }
}
