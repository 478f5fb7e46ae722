namespace Todoku.Storage.Sqlite;

/// <summary>Where and how the queue is kept.</summary>
/// <param name="Path">The database file; its folder must exist.</param>
public sealed record QueueOptions(string Path)
{
    /// <summary>Bytes that must be free on the disk for a message to be accepted; what is queued may use them to its end.</summary>
    public long LeastFree { get; init; } = 64L * 1024 * 1024;

    /// <summary>How long idempotency keys are remembered. <value>3 days.</value></summary>
    public TimeSpan KeyLifetime { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The most idempotency keys; when there are more, those that expire soonest are forgotten.</summary>
    public int MaxKeys { get; init; } = 1_000_000;

    /// <summary>How long it is remembered what became of recipients that left the queue, where somebody can ask for it; zero for not at all. <value>7 days.</value></summary>
    public TimeSpan OutcomeLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The most recipients of which that is remembered; when there are more, the oldest are forgotten. <value>500,000.</value></summary>
    public int MaxOutcomes { get; init; } = 500_000;

    /// <summary>The most pages of the database, for tests; 0 for no limit.</summary>
    public int MaxPages { get; init; }

    /// <summary>How long to wait before a queue that could not be written is tried again without being asked.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Where the time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Says how many bytes are free where a file lies; for tests.</summary>
    public Func<string, long> FreeSpace { get; init; } = static path => new DriveInfo(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!).AvailableFreeSpace;
}
