namespace Todoku.Logs.Sources.Discovery;

/// <summary>Lists the files of a folder and of the folders in it.</summary>
internal static class FolderSearch
{
    /// <summary>How deep: <c>/var/log</c> has its logs at most two folders down (<c>containers/ID/ID-json.log</c>).</summary>
    public const int MaxDepth = 2;

    /// <summary>All files whose name is that of a log, sorted.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problems">Takes folders that can't be listed.</param>
    public static IReadOnlyList<string> Find(string folder, ICollection<LogProblem> problems)
    {
        List<string> files = [];
        Collect(folder, 0, files, problems);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Collect(string folder, int depth, List<string> files, ICollection<LogProblem> problems)
    {
        try
        {
            foreach (var path in Directory.EnumerateFileSystemEntries(folder))
            {
                if (files.Count >= PathExpander.MaxPaths) return;
                if (Path.GetFileName(path).StartsWith('.')) continue;
                if (!Directory.Exists(path))
                {
                    if (LogNames.IsMailLog(path) || LogNames.IsAnyLog(path)) files.Add(path);
                }
                else if (depth < MaxDepth)
                {
                    Collect(path, depth + 1, files, problems);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(LogProblem.From(folder, e));
        }
    }
}
