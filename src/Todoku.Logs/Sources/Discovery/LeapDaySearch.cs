using Todoku.Logs.Envelopes;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>
/// Looks for 29 February in a file whose stamps have no year: when the year that the file's time suggests has no such day, the file was copied without
/// its time, and all of it is of a leap year. Only files that reach over the end of February of a common year are looked through.
/// </summary>
internal sealed class LeapDaySearch
{
    // The end of a compressed file isn't known without reading it all; rotated sets hold a month a file at most, as a rule.
    private static readonly TimeSpan LongestPacked = TimeSpan.FromDays(40);
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    private readonly LineTimePeek _times = new();

    /// <summary>The file with its last stamp, and the leap year that it must be of.</summary>
    /// <param name="file">A file that was placed on the time line.</param>
    /// <returns>Null when its years may stay as they are.</returns>
    public (FoundFile File, int Year)? Find(FoundFile file)
    {
        if (file.FirstStamp is not { Kind: LogTimeKind.Yearless } || file.First is not { } first) return null;
        var last = file.LastStamp is null && file.Last > first + LongestPacked ? first + LongestPacked : file.Last;
        for (var year = last.Year; year >= first.Year; year--)
        {
            var march = new DateTimeOffset(year, 3, 1, 0, 0, 0, TimeSpan.Zero);
            if (DateTime.IsLeapYear(year) || march < first - Slack || march > last + Slack) continue;
            if (!Holds(file.Path, out var lastStamp)) return null;
            while (year > 4 && !DateTime.IsLeapYear(year)) year--;
            return (file with { LastStamp = file.LastStamp ?? lastStamp }, year);
        }
        return null;
    }

    private bool Holds(string path, out LogTime? last)
    {
        last = null;
        try
        {
            using var stream = LogOpener.OpenFile(path);
            var buffer = new byte[64 * 1024];
            var (filled, holds) = (0, false);
            while (true)
            {
                var read = stream.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
                filled += read;
                var text = buffer.AsSpan(0, filled);
                holds |= HasLeapDay(text);
                if (filled < buffer.Length)
                {
                    last = _times.Last(text);
                    return holds;
                }
                // The last lines stay, for a stamp that is cut and for the end of the file.
                var keep = Math.Min(filled, buffer.Length / 2);
                text[^keep..].CopyTo(buffer);
                filled = keep;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // said when the file is read
        }
    }

    private bool HasLeapDay(ReadOnlySpan<byte> text)
    {
        for (var at = 0; text[at..].IndexOf("Feb 29 "u8) is >= 0 and var found; at += found + 1)
        {
            var line = text[(text[..(at + found)].LastIndexOf((byte)'\n') + 1)..];
            if (_times.First(line) is { Kind: LogTimeKind.Yearless } time && new DateTime(time.Ticks) is { Month: 2, Day: 29 }) return true;
        }
        return false;
    }
}
