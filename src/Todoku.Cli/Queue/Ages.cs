using System.Globalization;

namespace Todoku.Cli.Queue;

/// <summary>Spans of time and moments, as lists show them.</summary>
internal static class Ages
{
    /// <summary>A span in its largest unit: <c>45s</c>, <c>12m</c>, <c>3h</c>, <c>2d</c>.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalSeconds: < 0 } => "0s",
        { TotalSeconds: < 60 } => Words(span.TotalSeconds, 's'),
        { TotalMinutes: < 60 } => Words(span.TotalMinutes, 'm'),
        { TotalHours: < 48 } => Words(span.TotalHours, 'h'),
        _ => Words(span.TotalDays, 'd'),
    };

    /// <summary>A moment in the time of this machine.</summary>
    public static string Of(DateTimeOffset moment, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Words(double count, char unit) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(count):0}{unit}");
}
