using System.IO.Enumeration;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>Expands paths with <c>*</c> and <c>?</c> that no shell has expanded (quoted, in a service file, on the other side of sudo).</summary>
internal static class PathExpander
{
    /// <summary>Paths taken from one pattern or folder at the most.</summary>
    public const int MaxPaths = 100_000;

    /// <summary>Whether a path is a pattern. A file of that very name goes first.</summary>
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?') && !Path.Exists(path);

    /// <summary>All existing paths that match, sorted.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="problems">Takes folders that may not be listed; null when nobody asked for them.</param>
    public static IReadOnlyList<string> Expand(string pattern, ICollection<LogProblem>? problems = null)
    {
        List<string> paths = [pattern.StartsWith('/') ? "/" : ""];
        foreach (var segment in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            paths = [.. paths.SelectMany(folder => Step(folder, segment, problems)).Take(MaxPaths)];
        }
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    private static IEnumerable<string> Step(string folder, string segment, ICollection<LogProblem>? problems)
    {
        if (!segment.AsSpan().ContainsAny('*', '?'))
        {
            var path = Path.Combine(folder, segment);
            return segment is "." or ".." || Path.Exists(path) ? [path] : [];
        }
        return Entries(folder.Length == 0 ? "." : folder, problems)
            .Where(entry => FileSystemName.MatchesSimpleExpression(segment, entry, ignoreCase: false)
                && (!entry.StartsWith('.') || segment.StartsWith('.')))
            .Select(entry => Path.Combine(folder, entry));
    }

    private static IEnumerable<string> Entries(string folder, ICollection<LogProblem>? problems)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (e is UnauthorizedAccessException) problems?.Add(LogProblem.From(folder, e));
            return [];
        }
    }
}
