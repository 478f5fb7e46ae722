namespace Todoku.Logs.Sources.Discovery;

/// <summary>
/// Places files on the time line. Years that stamps lack come from when a file was last written; within a rotated set each file ends
/// before the next newer one begins, which also holds when the set was copied and all files were "written" a minute ago.
/// </summary>
internal static class TimeLine
{
    /// <summary>Fills <see cref="FoundFile.First"/> and <see cref="FoundFile.Last"/>.</summary>
    /// <param name="files">The files.</param>
    /// <param name="zone">The zone of stamps without an offset.</param>
    public static IReadOnlyList<FoundFile> Place(IReadOnlyList<FoundFile> files, TimeZoneInfo zone)
    {
        List<FoundFile> placed = [];
        foreach (var set in files.Select(file => (File: file, Name: RotatedName.Parse(file.Path))).GroupBy(file => file.Name.Family))
        {
            DateTimeOffset? newerFirst = null;
            foreach (var (file, name) in set.Order(Comparer<(FoundFile, RotatedName Name)>.Create(
                (left, right) => RotatedName.NewestFirst(left.Name, right.Name))))
            {
                var result = Place(file, name, newerFirst, zone);
                newerFirst = result.First ?? newerFirst;
                placed.Add(result);
            }
        }
        return placed;
    }

    private static FoundFile Place(FoundFile file, RotatedName name, DateTimeOffset? newerFirst, TimeZoneInfo zone)
    {
        var end = Earlier(file.LastWrite, newerFirst);
        // The set was rotated on that day, early in the morning as a rule, or it is named after the day before.
        if (name.Date is { } date) end = Earlier(end, new DateTimeOffset(date.AddDays(2).ToDateTime(default), TimeSpan.Zero));
        var last = file.LastStamp is { } lastStamp ? StampYear.Resolve(lastStamp, end, zone) : end;
        var first = file.FirstStamp is { } stamp ? StampYear.Resolve(stamp, last, zone) : (DateTimeOffset?)null;
        return file with { First = first, Last = first > last ? first.Value : last };
    }

    private static DateTimeOffset Earlier(DateTimeOffset moment, DateTimeOffset? other) => other < moment ? other.Value : moment;
}
