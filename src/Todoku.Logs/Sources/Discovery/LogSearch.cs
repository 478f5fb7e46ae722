namespace Todoku.Logs.Sources.Discovery;

/// <summary>Gathers files from paths, folders and patterns, each once, and says what can't be read.</summary>
/// <param name="interrupted">Ends the reading of pipes.</param>
internal sealed class LogSearch(CancellationToken interrupted)
{
    private readonly FilePeeker _peeker = new(interrupted);
    private readonly HashSet<string> _seen = [];
    private readonly List<FoundFile> _files = [];
    private readonly List<LogProblem> _problems = [];

    /// <summary>Readable files.</summary>
    public IReadOnlyList<FoundFile> Files => _files;

    /// <summary>Pipes, opened.</summary>
    public List<(string Path, LogStream Stream)> Pipes { get; } = [];

    /// <summary>Files without a byte.</summary>
    public List<string> EmptyFiles { get; } = [];

    /// <summary>What can't be read.</summary>
    public List<LogProblem> Problems => _problems;

    /// <summary>Whether there is nothing, not even something that can't be read.</summary>
    public bool IsEmpty => _files.Count == 0 && Pipes.Count == 0 && _problems.Count == 0;

    /// <summary>Adds what a path given by a person means.</summary>
    public void Add(string path)
    {
        if (Directory.Exists(path)) AddWanted(path, AddFolder(path), LogNames.LookedFor);
        else if (PathExpander.IsPattern(path)) AddWanted(path, AddPattern(path, SearchKind.Matched), path);
        else AddFile(path, SearchKind.Named);
    }

    /// <summary>Adds what a pattern of a usual place matches; nothing is no problem.</summary>
    public void AddIfAny(string pattern)
    {
        if (Directory.Exists(pattern)) AddFolder(pattern);
        else AddPattern(pattern, SearchKind.Found);
    }

    /// <summary>Adds what a pattern matches if it holds mail lines anywhere, however few among others.</summary>
    public void AddIfMail(string pattern)
    {
        foreach (var path in PathExpander.Expand(pattern).Where(path => !Directory.Exists(path) && MailMarkers.StandInFile(path)))
        {
            AddFile(path, SearchKind.Matched);
        }
    }

    // A folder that can't be listed is a problem already.
    private void AddWanted(string path, bool any, string lookedFor)
    {
        if (!any && !_problems.Exists(problem => problem.File == path)) _problems.Add(new LogProblem(path, LogProblemKind.NoLogs, lookedFor));
    }

    private bool AddPattern(string pattern, SearchKind kind)
    {
        var known = _problems.Count;
        var paths = PathExpander.Expand(pattern, kind == SearchKind.Matched ? _problems : null);
        var any = _problems.Count > known;
        foreach (var path in paths) any |= Directory.Exists(path) ? AddFolder(path) : AddFile(path, kind);
        return any;
    }

    private bool AddFolder(string folder)
    {
        var any = false;
        foreach (var path in FolderSearch.Find(folder, _problems)) any |= AddFile(path, SearchKind.Found);
        return any;
    }

    // True when there is something to say about the file: it is read, was read, or can't be.
    private bool AddFile(string path, SearchKind kind)
    {
        if (!_seen.Add(Path.GetFullPath(path))) return true;
        var found = _peeker.Peek(path, out var problem, out var pipe);
        if (pipe is not null) Pipes.Add((path, pipe));
        if (problem?.Kind == LogProblemKind.Empty && (kind == SearchKind.Named || LogNames.IsMailLog(path))) EmptyFiles.Add(path);
        if (problem is not null && !IsNews(problem, kind)) return false;
        if (problem is not null) _problems.Add(problem);
        if (found is null) return true;
        if (kind == SearchKind.Found && !found.HoldsMail && !LogNames.IsMailLog(path)) return false;
        _files.Add(found);
        return true;
    }

    private static bool IsNews(LogProblem problem, SearchKind kind) => problem.Kind switch
    {
        LogProblemKind.Empty => kind == SearchKind.Named,
        LogProblemKind.Binary => kind != SearchKind.Found,
        _ => true,
    };
}
