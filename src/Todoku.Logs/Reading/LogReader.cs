using Todoku.Logs.Correlation;
using Todoku.Logs.Reading;
using Todoku.Logs.Sources;
using Todoku.Mail;

namespace Todoku.Logs;

/// <summary>
/// Reads logs and tells the observer, in order of time, what the mail servers did. Remembers what is in flight from one call to the
/// next, so that a plan can be read and its last file then followed. For one thread at a time.
/// </summary>
public sealed class LogReader
{
    private const int ProgressEveryBlocks = 16;

    private readonly LogReaderOptions _options;
    private readonly UnknownLineTally _unknown;
    private readonly Correlator _correlator;
    private readonly List<LogProblem> _problems = [];
    private LineCounts _counts;

    /// <param name="observer">Who is told; called by one thread at a time.</param>
    /// <param name="options">How to read.</param>
    public LogReader(IDeliveryObserver observer, LogReaderOptions options)
    {
        _options = options;
        _unknown = new UnknownLineTally(options.UnknownSamples);
        _correlator = new Correlator(observer, options, _unknown);
    }

    /// <summary>Reads all of a plan.</summary>
    /// <param name="plan">What to read.</param>
    /// <param name="progress">Told some times a second how far it is; null when nobody looks.</param>
    /// <param name="ct">Stops the reading; what was read until then is summed up.</param>
    public ReadSummary Read(LogPlan plan, Action<ReadProgress>? progress, CancellationToken ct)
    {
        _problems.AddRange(plan.Problems);
        _correlator.JoinsHosts = plan.Chains.Count > 1;
        using (var source = OpenSource(plan, _problems))
        {
            var blocks = 0;
            using var pipeline = new BlockPipeline(source, Commit, _options.Workers, ct);
            pipeline.Run();

            void Commit(LogBlock block)
            {
                Take(block);
                if (progress is not null && ++blocks % ProgressEveryBlocks == 0) progress(source.Progress with { Lines = _counts.Lines });
            }
        }
        return Summarize();
    }

    /// <summary>Reads what a follower gives, from where it stands, until it is told to stop.</summary>
    /// <param name="follower">Gives the bytes.</param>
    /// <param name="file">The file followed; the year of stamps without one is inferred from it.</param>
    /// <param name="caughtUp">Told each time all that is there was read.</param>
    /// <param name="ct">Ends the following; that is no error.</param>
    public async Task FollowAsync(LogFollower follower, LogFile file, Action<ReadSummary> caughtUp, CancellationToken ct)
    {
        _correlator.Clock.IsFollowing = true;
        var lines = new FollowedLines(follower);
        var parser = new BlockParser();
        var block = new LogBlock();
        var begins = file;
        while (true)
        {
            block.Clear();
            block.BeginsFile = begins;
            begins = null;
            if (!await lines.FillAsync(block, () => caughtUp(Summarize()), ct)) return;
            parser.Parse(block);
            Take(block);
        }
    }

    private void Take(LogBlock block)
    {
        _correlator.Consume(block);
        _counts.Add(block.Counts);
    }

    private IBlockSource OpenSource(LogPlan plan, List<LogProblem> problems) => plan.Chains.Count == 1
        ? new ChainBlockSource(plan.Chains[0], problems)
        : new MergedBlockSource(plan.Chains, _options.Zone, problems);

    private ReadSummary Summarize() => new()
    {
        Lines = _counts.Lines,
        Duplicates = _counts.Duplicates,
        MailLines = _counts.Mail,
        UnderstoodLines = _counts.Understood,
        DeliveryLines = _counts.Delivery,
        UnderstoodDeliveryLines = _counts.UnderstoodDelivery,
        Unknown = _unknown.Summarize(),
        Problems = [.. _problems],
        FirstUtcTicks = _correlator.First,
        LastUtcTicks = _correlator.Last,
        Offset = _correlator.Clock.Offset,
        ForgottenMessages = _correlator.Forgotten,
        LapsedMessages = _correlator.Lapsed,
        LongLines = _counts.Long,
        Faults = _counts.Faults,
        ClockJumps = _correlator.Clock.Jumps,
        YearInferred = _correlator.Clock.YearInferred || _counts.YearInferred,
    };
}
