using Todoku.Logs.Sources.Discovery;
using Todoku.Logs.Sources.Journal;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Sources;

/// <summary>Finds the logs to read and puts them in order.</summary>
/// <param name="time">The clock; standard input and the journal end now.</param>
/// <param name="zone">The zone of time stamps that carry none.</param>
public sealed class LogDiscovery(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Files that end before this are left out, and the journal is read from there on. <value>Default: none.</value></summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Ends standard input and other pipes, however silent they are; what came before is read. <value>Default: nothing does.</value></summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>Where to look when no path is given.</summary>
    internal UsualPlaces Places { get; init; } = new();

    /// <summary>Opens standard input.</summary>
    internal Func<Stream> OpenStandardInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Finds logs.</summary>
    /// <param name="paths">Files, folders, patterns with <c>*</c> and <c>?</c>, <c>-</c> for standard input. None: the usual places.</param>
    /// <returns>What to read, and what of the paths can't be read and why; never an exception.</returns>
    public LogPlan Find(IReadOnlyList<string> paths)
    {
        var search = new LogSearch(Interrupted);
        if (paths.Count == 0) return FindUsual(search);
        foreach (var path in paths.Distinct())
        {
            if (path != StandardInput) search.Add(path);
        }
        return Plan(search, paths.Contains(StandardInput) ? [StandardInputFile()] : []);
    }

    private LogPlan FindUsual(LogSearch search)
    {
        var places = Places;
        foreach (var pattern in places.MailLogs) search.AddIfAny(places.Root + pattern);
        if (search.IsEmpty)
        {
            foreach (var pattern in places.SystemLogs) search.AddIfMail(places.Root + pattern);
        }
        if (!search.IsEmpty) return Plan(search, []);
        if (places.Journalctl is { } journalctl) return Plan(search, [JournalFile(journalctl)]);
        search.Problems.Add(new LogProblem(places.Root + "/var/log", LogProblemKind.NoLogs, places.LookedFor));
        return Plan(search, []);
    }

    private LogPlan Plan(LogSearch search, IReadOnlyList<LogFile> streams)
    {
        var files = DuplicateFilter.Filter(search.Files, search.Problems);
        var placed = TimeLine.Place(files, zone).Where(file => Since is null || file.Last >= Since).ToList();
        var chains = ChainBuilder.Build(placed).Select(chain => new LogChain([.. chain.Select(ToLogFile)]));
        var others = search.Pipes.Select(pipe => PipeFile(pipe.Path, pipe.Stream)).Concat(streams).Select(file => new LogChain([file]));
        return new LogPlan([.. chains, .. others], search.Problems) { EmptyFiles = [.. search.EmptyFiles.Where(File.Exists).Select(EmptyFile)] };
    }

    private static LogFile ToLogFile(FoundFile file) =>
        new(file.Path, file.Last, file.Length, () => LogOpener.OpenFile(file.Path)) { FollowPath = file.IsPlain ? file.Path : null };

    private static LogFile EmptyFile(string path) =>
        new(path, new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero), 0, () => LogOpener.OpenFile(path)) { FollowPath = path };

    private LogFile StandardInputFile() =>
        new("standard input", time.GetUtcNow(), -1, () => LogOpener.OpenStream("standard input", new InterruptibleStream(OpenStandardInput(), Interrupted)));

    private LogFile JournalFile(string journalctl) =>
        new("journal", time.GetUtcNow(), -1, () => CommandStream.Start("journal", journalctl, JournalCommand.Arguments(Since)));

    // What was opened while looking is handed over the first time; a pipe can't be opened again.
    private LogFile PipeFile(string path, LogStream stream)
    {
        LogStream? unread = stream;
        return new LogFile(path, time.GetUtcNow(), -1, () =>
            Interlocked.Exchange(ref unread, null) ?? throw new IOException($"{path} is a pipe and was read already"));
    }
}
