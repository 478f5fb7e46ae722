namespace Todoku.Logs;

/// <summary>How to read.</summary>
public sealed record LogReaderOptions
{
    /// <summary>Lines before this are passed over. <value>Default: none.</value></summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Lines after this are passed over. <value>Default: none.</value></summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The zone of time stamps that carry none. <value>Default: the machine's.</value></summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Threads that parse. <value>Default: the number of processors, at most 8.</value></summary>
    public int Workers { get; init; } = Math.Min(Environment.ProcessorCount, 8);

    /// <summary>Messages remembered while in flight. <value>Default: 500,000, about 150 MB at the most.</value></summary>
    public int InFlightLimit { get; init; } = 500_000;

    /// <summary>Samples kept of lines that were not understood, per program. <value>Default: 5.</value></summary>
    public int UnknownSamples { get; init; } = 5;
}
