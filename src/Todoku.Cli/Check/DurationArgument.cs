using System.Globalization;

namespace Todoku.Cli.Check;

/// <summary>A span of time as people write it: <c>90s</c>, <c>30m</c>, <c>2h</c>, <c>1d</c>.</summary>
internal static class DurationArgument
{
    private const double MostSeconds = 30 * 24 * 3600;

    /// <summary>Reads it; false when it is none, is not positive, or is longer than 30 days.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return false;
        var seconds = text[^1] switch { 's' => count, 'm' => count * 60, 'h' => count * 3600, 'd' => count * 24 * 3600, _ => double.NaN };
        if (!(seconds > 0 && seconds <= MostSeconds)) return false;
        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
