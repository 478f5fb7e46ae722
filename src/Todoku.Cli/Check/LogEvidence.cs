using Todoku.Cli.Commands;
using Todoku.Cli.Diagnose;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks.Selectors;
using Todoku.Knowledge;
using Todoku.Logs;
using Todoku.Logs.Sources;

namespace Todoku.Cli.Check;

/// <summary>Reads logs for the selectors that sign: those of <c>--log</c>, or the mail log of this host.</summary>
internal sealed class LogEvidence(CliConsole console, CliTexts texts, KnowledgeBase knowledge, CancellationToken interrupted)
{
    private static readonly TimeSpan OwnPeriod = TimeSpan.FromDays(7);

    // Nobody asked for it, so it must not take long.
    private static readonly TimeSpan OwnTime = TimeSpan.FromSeconds(20);

    /// <summary>Reads the logs that the user names.</summary>
    /// <exception cref="UnreadableException">None of them can be read, or none is a mail log.</exception>
    public SelectorSightings Read(IReadOnlyList<string> paths)
    {
        var plan = new LogDiscovery(console.Time, TimeZoneInfo.Local) { Interrupted = interrupted }.Find(paths);
        if (plan.Chains.Count == 0) throw new UnreadableException(plan.Problems.Count > 0 ? string.Join('\n', plan.Problems.Select(texts.Problem.Of)) : texts.Problem.NothingRead);
        var (found, summary) = Read(plan, since: null, interrupted);
        var problems = summary.Problems.Where(problem => problem.Kind != LogProblemKind.Duplicate).Select(texts.Problem.Of).ToList();
        if (summary.MailLines == 0 && !interrupted.IsCancellationRequested)
        {
            if (summary.Lines > 0) problems.Add(texts.Problem.NoMailLines(summary.Lines, InputChoice.Names(plan)));
            throw new UnreadableException(string.Join('\n', problems));
        }
        foreach (var problem in problems) console.Error.WriteLine($"todoku: {problem}");
        return found;
    }

    /// <summary>Reads what this host's own mail log holds of the last week; nothing when it has none, or it can't be read.</summary>
    /// <param name="isMailHost">Whether a mail server is known to be here. Elsewhere the journal holds everything but mail, and is left alone.</param>
    public SelectorSightings ReadOwn(bool isMailHost)
    {
        var since = console.Time.GetUtcNow() - OwnPeriod;
        var plan = console.OwnLogs(since, interrupted);
        if (!isMailHost) plan = plan with { Chains = [.. plan.Chains.Where(chain => chain.Files.All(file => file.Length >= 0))] };
        foreach (var problem in plan.Problems.Where(problem => problem.Kind is LogProblemKind.NoPermission)) console.Error.WriteLine($"todoku: {texts.Problem.Of(problem)}");
        if (plan.Chains.Count == 0) return new SelectorLog(knowledge).Sightings;
        using var limit = new CancellationTokenSource(OwnTime, console.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, interrupted);
        var (found, _) = Read(plan, since, either.Token);
        if (limit.IsCancellationRequested) console.Error.WriteLine($"todoku: {texts.Check.LogNotReadWhole}");
        return found;
    }

    private (SelectorSightings Found, ReadSummary Summary) Read(LogPlan plan, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var log = new SelectorLog(knowledge);
        var reader = new LogReader(log, new LogReaderOptions { Since = since });
        if (!console.IsErrorTerminal) return (log.Sightings, reader.Read(plan, progress: null, cancellationToken));
        using var line = new ProgressLine(console, texts.Progress);
        return (log.Sightings, reader.Read(plan, line.Show, cancellationToken));
    }
}
