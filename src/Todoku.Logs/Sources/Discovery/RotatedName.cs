using System.Globalization;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>
/// What the name of a file says about its place in a rotated set: <c>mail.log</c>, <c>mail.log.1</c>, <c>mail.log.2.gz</c> (logrotate);
/// <c>maillog-20260603.gz</c>, <c>mail.log-2026-06-03</c>, <c>mail.log.20260603-101500</c> (dateext, <c>postfix logrotate</c>).
/// </summary>
/// <param name="Family">Folder and name without what rotation added: the same for all files of a set.</param>
/// <param name="Number">How often it was rotated, 0 for the file being written, or -1 when a date tells.</param>
/// <param name="Date">The day of the rotation.</param>
internal readonly record struct RotatedName(string Family, int Number, DateOnly? Date)
{
    private static readonly string[] CompressedEndings = [".gz", ".bz2", ".xz", ".zst", ".zstd", ".Z"];
    private static readonly string[] DateFormats = ["yyyyMMdd", "yyyy-MM-dd"];

    /// <summary>Reads a path.</summary>
    public static RotatedName Parse(string path)
    {
        var name = path;
        foreach (var ending in CompressedEndings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal)) name = name[..^ending.Length];
        }
        var file = name.LastIndexOf('/') + 1;
        if (TryDate(name, file, out var rotated)) return rotated;
        var dot = name.LastIndexOf('.');
        if (dot > file && name.Length - dot is >= 2 and <= 5 && int.TryParse(name.AsSpan(dot + 1), NumberStyles.None, null, out var number))
        {
            return new RotatedName(name[..dot], number, null);
        }
        return new RotatedName(name, 0, null);
    }

    // The date begins at the first '-' or '.' after which it can be read; a time of day may follow.
    private static bool TryDate(string name, int file, out RotatedName rotated)
    {
        rotated = default;
        for (var at = file + 1; at + 9 <= name.Length; at++)
        {
            if (name[at] is not ('-' or '.' or '_')) continue;
            foreach (var format in DateFormats)
            {
                if (name.Length < at + 1 + format.Length) continue;
                var text = name.AsSpan(at + 1, format.Length);
                if (!DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) continue;
                if (date.Year is < 1990 or > 2200) continue;
                rotated = new RotatedName(name[..at], -1, date);
                return true;
            }
        }
        return false;
    }

    /// <summary>Sorts the files of a set newest first.</summary>
    public static int NewestFirst(RotatedName left, RotatedName right)
    {
        var dated = (left.Date is not null).CompareTo(right.Date is not null);
        if (dated != 0) return dated;
        return left.Date is { } date && right.Date is { } other ? other.CompareTo(date) : left.Number.CompareTo(right.Number);
    }
}
