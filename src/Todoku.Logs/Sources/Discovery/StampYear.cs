using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>Places a stamp on the time line. One without a year belongs to the latest year in which it isn't after a known later moment.</summary>
internal static class StampYear
{
    // 29 February 2096 to 29 February 2104.
    private const int LongestLeapGap = 8;

    // Clocks and zones of a log and of the machine that keeps it may differ.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>The moment a stamp means.</summary>
    /// <param name="time">The stamp.</param>
    /// <param name="notAfter">A moment that it can't be after, as a rule when the file was last written.</param>
    /// <param name="zone">The zone of stamps without an offset.</param>
    public static DateTimeOffset Resolve(LogTime time, DateTimeOffset notAfter, TimeZoneInfo zone)
    {
        if (time.Kind is LogTimeKind.Utc or LogTimeKind.UtcOnly) return new DateTimeOffset(time.Ticks, TimeSpan.Zero);
        var local = new DateTime(time.Ticks);
        if (time.Kind == LogTimeKind.Local) return ToUtc(local, zone);
        for (var year = notAfter.Year + 1; year >= notAfter.Year - LongestLeapGap && year > 1; year--)
        {
            if (local is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)) continue;
            var candidate = ToUtc(new DateTime(year, local.Month, local.Day).Add(local.TimeOfDay), zone);
            if (candidate <= notAfter + Slack) return candidate;
        }
        return notAfter;
    }

    private static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone) =>
        new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
