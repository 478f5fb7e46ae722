using System.Globalization;
using System.Net;

namespace Todoku.Sandbox.Scenarios;

/// <summary>Reads the values of scenarios: times and networks.</summary>
public static class Values
{
    private const int MaxDays = 3660;

    /// <summary>Reads a time such as <c>90s</c>, <c>2m</c>, <c>1h30m</c>, <c>2d</c>, ten years at most.</summary>
    public static bool TryDuration(string text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        if (string.IsNullOrEmpty(text)) return false;
        var number = -1L;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if ((number = Math.Max(number, 0) * 10 + (c - '0')) > int.MaxValue) return false;
                continue;
            }
            var unit = c switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
            if (unit == 0 || number < 0) return false;
            time += TimeSpan.FromSeconds((double)number * unit);
            number = -1;
            if (time.TotalDays > MaxDays) return false;
        }
        return number < 0;
    }

    /// <summary>Reads a network; an address stands for itself.</summary>
    public static bool TryNetwork(string text, out IPNetwork network)
    {
        network = default;
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
            return true;
        }
        return IPNetwork.TryParse(text, out network);
    }

    /// <summary>The first time of day <paramref name="text"/> (<c>10:02</c>, <c>10:02:30</c>) after a time, at its offset.</summary>
    public static bool TryTimeOfDay(string text, DateTimeOffset after, out DateTimeOffset time)
    {
        time = default;
        if (!TimeOnly.TryParseExact(text, ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var ofDay)) return false;
        time = new DateTimeOffset(after.Date, after.Offset) + ofDay.ToTimeSpan();
        if (time < after) time += TimeSpan.FromDays(1);
        return true;
    }
}
