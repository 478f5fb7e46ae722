using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Logs;
using Todoku.Logs.Sources;

namespace Todoku.Cli.Diagnose;

/// <summary>Runs <c>diagnose</c>: finds the logs, reads them, concludes, reports.</summary>
internal sealed class DiagnoseRun(CliConsole console, CliTexts texts, DiagnoseOptions options)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    public int Run()
    {
        using var interruption = Interruption.Listen();
        var plan = new InputChoice(console, texts, options).Find();
        var knowledge = KnowledgeChoice.Load(options.Knowledge);
        var analyzer = new DeliveryAnalyzer(knowledge, new AnalyzerOptions());
        var summary = Read(plan, analyzer, interruption);
        ThrowIfNothingRead(plan, summary, interruption);

        var result = analyzer.Conclude(ReadSummaryMapping.Understanding(summary), ReadSummaryMapping.Notices(summary, texts.Problem), summary.Offset);
        var report = ReportBuilder.From(knowledge, texts.Language, TodokuCommand.Version).Build(result, options.Redaction);
        Write(report);
        return interruption.IsRequested ? ExitStatus.Interrupted : StatusOf(result.Verdict);
    }

    private ReadSummary Read(LogPlan plan, DeliveryAnalyzer analyzer, Interruption interruption)
    {
        var reader = new LogReader(analyzer, new LogReaderOptions { Since = options.Since, Until = options.Until, Zone = options.Zone });
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

    private void Write(Report report)
    {
        if (options.Output is not { } path)
        {
            options.Format.Write(report, console.Output, Layout(isTerminal: console.IsOutputTerminal));
            return;
        }
        using var file = File.Create(path);
        options.Format.Write(report, file, Layout(isTerminal: false));
    }

    private ReportLayout Layout(bool isTerminal) => new()
    {
        Width = isTerminal ? console.Width() : 80,
        UseColour = isTerminal && !options.NoColor && console.Variable("NO_COLOR").Length == 0 && console.Variable("TERM") != "dumb",
        Verbose = options.Verbose,
    };

    private static int StatusOf(Verdict verdict) => verdict switch
    {
        Verdict.NothingToDo or Verdict.NotEnoughEvidence => ExitStatus.Fine,
        Verdict.ActionNeeded => ExitStatus.Findings,
        Verdict.NotUnderstood => ExitStatus.Unreadable,
    };
}
