namespace Todoku.Logs.Sources.Discovery;

/// <summary>
/// Leaves out files whose content stands in another: <c>mail.log.1</c> beside <c>mail.log.1.gz</c> while the compressor runs, a copy
/// under another name, the first part of a file that is being copied (copytruncate). Only files with the same first line are
/// compared, and comparing ends at the first difference, so that it costs next to nothing as a rule.
/// </summary>
internal static class DuplicateFilter
{
    /// <summary>Filters.</summary>
    /// <param name="files">The files.</param>
    /// <param name="problems">Takes a <see cref="LogProblemKind.Duplicate"/> for each file left out.</param>
    /// <returns>The files to read.</returns>
    public static IReadOnlyList<FoundFile> Filter(IReadOnlyList<FoundFile> files, ICollection<LogProblem> problems)
    {
        List<FoundFile> kept = [];
        foreach (var group in files.GroupBy(file => file.FirstLineHash)) kept.AddRange(FilterGroup(group, problems));
        return kept;
    }

    // Uncompressed files first: they are cheaper to read, and whole while the compressor still works on the other.
    private static List<FoundFile> FilterGroup(IEnumerable<FoundFile> group, ICollection<LogProblem> problems)
    {
        List<FoundFile> kept = [];
        foreach (var file in group.OrderByDescending(file => file.IsPlain).ThenByDescending(file => file.Length))
        {
            var (index, relation) = kept
                .Select((other, place) => (place, ContentComparison.Compare(other.Path, file.Path)))
                .FirstOrDefault(pair => pair.Item2 != ContentRelation.Different, (-1, ContentRelation.Different));
            if (index < 0)
            {
                kept.Add(file);
                continue;
            }
            var (left, read) = relation == ContentRelation.FirstIsPrefix ? (kept[index], file) : (file, kept[index]);
            kept[index] = read;
            problems.Add(new LogProblem(left.Path, LogProblemKind.Duplicate, read.Path));
        }
        return kept;
    }
}
