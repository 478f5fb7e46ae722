using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Logs;
using Todoku.Logs.Sources;

namespace Todoku.Cli.Diagnose;

/// <summary>Runs <c>diagnose</c>: finds the logs, reads them, concludes, asks DNS, reports, and goes on when it is to follow.</summary>
/// <param name="console">The world.</param>
/// <param name="texts">The language.</param>
/// <param name="options">What is asked for.</param>
/// <param name="dns">What DNS is asked with; null: it is not.</param>
internal sealed class DiagnoseRun(CliConsole console, CliTexts texts, DiagnoseOptions options, DnsAccess? dns)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    public int Run()
    {
        using var interruption = Interruption.Listen(() => console.Error.WriteLine($"todoku: {texts.Progress.Stopping}"));
        var plan = new InputChoice(console, texts, options, interruption.Token).Find();
        var following = options.Follow ? new FollowPlan(plan) : null;
        if (following is { File: null }) throw new UsageException(texts.Usage.CannotFollow, "todoku diagnose /var/log/mail.log --follow");

        ReportOutput.Check(options.Output);
        var knowledge = KnowledgeChoice.Load(options.Knowledge);
        var analyzer = new DeliveryAnalyzer(knowledge, new AnalyzerOptions());
        var reader = new LogReader(analyzer, new LogReaderOptions { Since = options.Since, Until = options.Until, Zone = options.Zone });
        var summary = Read(reader, following?.Plan ?? plan, interruption);
        if (following is null) ThrowIfNothingRead(plan, summary, interruption);

        var output = new ReportOutput(console, options, ReportBuilder.From(knowledge, texts.Language, TodokuCommand.Version));
        var result = Conclude(analyzer, summary);
        var facts = new FactLookup(console, texts.Progress, dns?.Begin(), knowledge, interruption, options, isOwnLog: options.Paths.Count == 0 && console.InputKind != StreamKind.Pipe);
        if (following is not null) return Follow(reader, analyzer, following, output, result, facts, interruption);
        output.Write(facts.Join(result), facts.Run);
        return interruption.IsRequested ? ExitStatus.Interrupted : StatusOf(result.Verdict);
    }

    private int Follow(
        LogReader reader, DeliveryAnalyzer analyzer, FollowPlan following, ReportOutput output, DiagnosisResult result, FactLookup facts, Interruption interruption)
    {
        output.WriteFirst(facts.Join(result));
        if (interruption.IsRequested) return ExitStatus.Interrupted;
        if (following.File is not { } file) return ExitStatus.Fine;
        console.Error.WriteLine($"todoku: {texts.Progress.Following(file.Name)}");
        var news = new FindingNews(console, (all, indexes) => output.WriteFindings(facts.JoinInPlace(all, indexes), indexes));
        news.Know(result);
        using var follower = following.Follow(console.Time);
        reader.FollowAsync(follower, file, summary => news.Look(Conclude(analyzer, summary)), interruption.Token).GetAwaiter().GetResult();
        return ExitStatus.Interrupted;
    }

    private DiagnosisResult Conclude(DeliveryAnalyzer analyzer, ReadSummary summary) =>
        analyzer.Conclude(ReadSummaryMapping.Understanding(summary), ReadSummaryMapping.Notices(summary, texts.Problem), summary.Offset);

    private ReadSummary Read(LogReader reader, LogPlan plan, Interruption interruption)
    {
        if (!console.IsErrorTerminal) return reader.Read(plan, progress: null, interruption.Token);
        using var line = new ProgressLine(console, texts.Progress);
        return reader.Read(plan, line.Show, interruption.Token);
    }

    // Whoever broke off early is told what there is, however little.
    private void ThrowIfNothingRead(LogPlan plan, ReadSummary summary, Interruption interruption)
    {
        if (summary.MailLines > 0 || interruption.IsRequested) return;
        var inputs = InputChoice.Names(plan);
        var problems = summary.Problems.Where(problem => problem.Kind != LogProblemKind.Duplicate).Select(texts.Problem.Of).ToList();
        if (summary.Lines > 0) problems.Add(texts.Problem.NoMailLines(summary.Lines, inputs));
        else if (problems.Count == 0) problems.Add(options.Since is null && options.Until is null ? texts.Problem.NothingRead : texts.Problem.NothingInPeriod(inputs));
        throw new UnreadableException(string.Join('\n', problems));
    }

    private static int StatusOf(Verdict verdict) => verdict switch
    {
        Verdict.NothingToDo or Verdict.NotEnoughEvidence => ExitStatus.Fine,
        Verdict.ActionNeeded => ExitStatus.Findings,
        Verdict.NotUnderstood => ExitStatus.Unreadable,
    };
}
