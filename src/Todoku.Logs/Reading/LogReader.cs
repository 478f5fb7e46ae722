using Todoku.Logs.Correlation;
using Todoku.Logs.Reading;
using Todoku.Logs.Sources;
using Todoku.Mail;

namespace Todoku.Logs;

/// <summary>Reads logs and tells the observer, in order of time, what the mail servers did.</summary>
/// <param name="observer">Who is told; called by one thread at a time.</param>
/// <param name="options">How to read.</param>
public sealed class LogReader(IDeliveryObserver observer, LogReaderOptions options)
{
    private const int ProgressEveryBlocks = 16;

    /// <summary>Reads all of a plan.</summary>
    /// <param name="plan">What to read.</param>
    /// <param name="progress">Told some times a second how far it is; null when nobody looks.</param>
    /// <param name="ct">Stops the reading; what was read until then is summed up.</param>
    public ReadSummary Read(LogPlan plan, Action<ReadProgress>? progress, CancellationToken ct)
    {
        var problems = new List<LogProblem>(plan.Problems);
        var unknown = new UnknownLineTally(options.UnknownSamples);
        var correlator = new Correlator(observer, options, unknown);
        var counts = new LineCounts();
        using (var source = OpenSource(plan, problems))
        {
            var blocks = 0;
            using var pipeline = new BlockPipeline(source, Commit, options.Workers, ct);
            pipeline.Run();

            void Commit(LogBlock block)
            {
                correlator.Consume(block);
                counts.Add(block.Counts);
                if (progress is not null && ++blocks % ProgressEveryBlocks == 0) progress(source.Progress with { Lines = counts.Lines });
            }
        }
        return Summarize(correlator, counts, unknown, problems);
    }

    private IBlockSource OpenSource(LogPlan plan, List<LogProblem> problems) => plan.Chains.Count == 1
        ? new ChainBlockSource(plan.Chains[0], problems)
        : new MergedBlockSource(plan.Chains, options.Zone, problems);

    private static ReadSummary Summarize(Correlator correlator, in LineCounts counts, UnknownLineTally unknown, List<LogProblem> problems) => new()
    {
        Lines = counts.Lines,
        Duplicates = counts.Duplicates,
        MailLines = counts.Mail,
        UnderstoodLines = counts.Understood,
        DeliveryLines = counts.Delivery,
        UnderstoodDeliveryLines = counts.UnderstoodDelivery,
        Unknown = unknown.Summarize(),
        Problems = problems,
        FirstUtcTicks = correlator.First,
        LastUtcTicks = correlator.Last,
        Offset = correlator.Clock.Offset,
        ForgottenMessages = correlator.Forgotten,
        LongLines = counts.Long,
        ClockJumps = correlator.Clock.Jumps,
        YearInferred = correlator.Clock.YearInferred,
    };
}
