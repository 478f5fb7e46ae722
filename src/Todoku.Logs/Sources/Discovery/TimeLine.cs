namespace Todoku.Logs.Sources.Discovery;

/// <summary>
/// Places files on the time line. Years that stamps lack come from when a file was last written; within a rotated set each file ends
/// before the next newer one begins, which also holds when the set was copied and all files were "written" a minute ago; 29 February tells
/// the year of such a set (<see cref="LeapDaySearch"/>).
/// </summary>
internal static class TimeLine
{
    /// <summary>Fills <see cref="FoundFile.First"/> and <see cref="FoundFile.Last"/>.</summary>
    /// <param name="files">The files.</param>
    /// <param name="zone">The zone of stamps without an offset.</param>
    public static IReadOnlyList<FoundFile> Place(IReadOnlyList<FoundFile> files, TimeZoneInfo zone)
    {
        var leapDays = new LeapDaySearch();
        List<FoundFile> placed = [];
        foreach (var set in files.Select(file => (File: file, Name: RotatedName.Parse(file.Path))).GroupBy(file => file.Name.Family))
        {
            var ordered = set.Order(Comparer<(FoundFile, RotatedName Name)>.Create((left, right) => RotatedName.NewestFirst(left.Name, right.Name))).ToList();
            placed.AddRange(PlaceSet(ordered, leapDays, zone));
        }
        return placed;
    }

    private static List<FoundFile> PlaceSet(List<(FoundFile File, RotatedName Name)> set, LeapDaySearch leapDays, TimeZoneInfo zone)
    {
        var placed = PlaceSet(set, zone, null);
        for (var i = 0; i < placed.Count; i++)
        {
            if (leapDays.Find(placed[i]) is not var (file, year)) continue;
            // Where one file is of another year than its time says, the set was copied: none is later than a year after that day.
            set[i] = (file, set[i].Name);
            return PlaceSet(set, zone, new DateTimeOffset(year + 1, 2, 28, 0, 0, 0, TimeSpan.Zero));
        }
        return placed;
    }

    private static List<FoundFile> PlaceSet(List<(FoundFile File, RotatedName Name)> set, TimeZoneInfo zone, DateTimeOffset? newerFirst)
    {
        List<FoundFile> placed = [];
        foreach (var (file, name) in set)
        {
            var result = Place(file, name, newerFirst, zone);
            newerFirst = result.First ?? newerFirst;
            placed.Add(result);
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
