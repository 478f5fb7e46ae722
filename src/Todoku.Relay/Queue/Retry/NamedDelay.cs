using System.Globalization;
using Todoku.Knowledge;

namespace Todoku.Relay.Queue.Retry;

/// <summary>Reads the waits that replies name (<see cref="ReplyValueNames.Limit"/>): "300 seconds", "4 hours", "30分".</summary>
public static class NamedDelay
{
    private static readonly (string Unit, int Seconds)[] Units =
    [
        ("second", 1), ("sec", 1), ("minute", 60), ("min", 60), ("hour", 3600), ("day", 86400), ("秒", 1), ("分", 60), ("時間", 3600), ("日", 86400),
    ];

    /// <summary>The wait that a reply names; null when it names none, or several that differ: "100 messages per hour" is no wait.</summary>
    /// <param name="values">The values of the reply.</param>
    public static TimeSpan? Of(ReadOnlySpan<ReplyValue> values)
    {
        TimeSpan? found = null;
        foreach (var value in values)
        {
            if (value.Name != ReplyValueNames.Limit) continue;
            // A count or a size beside it makes the time the window of a limit.
            if (!TryRead(value.Value, out var delay)) return null;
            if (found is not null && found != delay) return null;
            found = delay;
        }
        return found;
    }

    /// <summary>Reads one limit; false when it is no time.</summary>
    public static bool TryRead(ReadOnlySpan<char> limit, out TimeSpan delay)
    {
        delay = default;
        var digits = 0;
        while (digits < limit.Length && (char.IsAsciiDigit(limit[digits]) || limit[digits] == ',')) digits++;
        if (digits is 0 or > 9 || !int.TryParse(limit[..digits], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)) return false;
        var unit = limit[digits..].TrimStart(" -");
        foreach (var (word, seconds) in Units)
        {
            if (!unit.StartsWith(word, StringComparison.OrdinalIgnoreCase) || unit[word.Length..] is not ("" or "s" or "S")) continue;
            delay = TimeSpan.FromSeconds((long)number * seconds);
            return delay > TimeSpan.Zero;
        }
        return false;
    }
}
