using Todoku.Logs.Sources;

namespace Todoku.Logs;

/// <summary>What was read and how much of it was understood.</summary>
public sealed record ReadSummary
{
    /// <summary>Lines read.</summary>
    public long Lines { get; init; }

    /// <summary>Lines left out because the same line stood in another file.</summary>
    public long Duplicates { get; init; }

    /// <summary>Lines of mail programs.</summary>
    public long MailLines { get; init; }

    /// <summary>Of these, understood.</summary>
    public long UnderstoodLines { get; init; }

    /// <summary>Lines that report a delivery attempt, by the look of them.</summary>
    public long DeliveryLines { get; init; }

    /// <summary>Of these, understood.</summary>
    public long UnderstoodDeliveryLines { get; init; }

    /// <summary>Programs with lines that were not understood, most first.</summary>
    public IReadOnlyList<UnknownProgram> Unknown { get; init; } = [];

    /// <summary>Inputs that could not be read, or not to their end.</summary>
    public IReadOnlyList<LogProblem> Problems { get; init; } = [];

    /// <summary>Time of the first line, UTC ticks; 0 when no line had a time.</summary>
    public long FirstUtcTicks { get; init; }

    /// <summary>Time of the last line, UTC ticks.</summary>
    public long LastUtcTicks { get; init; }

    /// <summary>The offset in which the log writes its times, to show them as they stand there.</summary>
    public TimeSpan Offset { get; init; }

    /// <summary>Messages whose sender and submitter were forgotten because too many were in flight.</summary>
    public long ForgottenMessages { get; init; }

    /// <summary>Messages whose end the log does not show and that were no longer followed after no line had named them for days.</summary>
    public long LapsedMessages { get; init; }

    /// <summary>Lines longer than the limit, which were cut.</summary>
    public long LongLines { get; init; }

    /// <summary>Lines at which a parser of ours failed; they are counted as not understood.</summary>
    public long Faults { get; init; }

    /// <summary>Times that lay more than an hour before the line above.</summary>
    public long ClockJumps { get; init; }

    /// <summary>Whether the stamps have no year, so that it was inferred.</summary>
    public bool YearInferred { get; init; }
}
