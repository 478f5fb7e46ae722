using System.Globalization;

namespace Todoku.Cli.Messages;

/// <summary>A value of <c>--time</c>.</summary>
internal static class MessageTime
{
    // The year 9999.
    private const long MaxSeconds = 253_402_300_799;

    /// <summary>Reads seconds since 1970, or a date with a time and an offset (RFC 3339). Null when it is none.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return Of(seconds);
        return DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    /// <summary>Seconds since 1970; null when no calendar reaches there.</summary>
    public static DateTimeOffset? Of(long seconds) => seconds is >= 0 and <= MaxSeconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>A time for a person: 2026-05-16 10:00:00 UTC. The number itself where no calendar reaches; empty for none.</summary>
    public static string Show(long? seconds) => seconds switch
    {
        null => "",
        { } given when Of(given) is { } time => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
        { } given => given.ToString(CultureInfo.InvariantCulture),
    };
}
