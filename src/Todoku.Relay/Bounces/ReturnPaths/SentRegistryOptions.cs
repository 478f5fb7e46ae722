namespace Todoku.Relay.Bounces.ReturnPaths;

/// <summary>How long and how much is remembered of what was sent.</summary>
public sealed record SentRegistryOptions
{
    /// <summary>How long a record is kept; as long as return paths are valid. <value>31 days.</value></summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(31);

    /// <summary>How often records are written. <value>1 second.</value></summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most records that wait to be written; more are not kept. <value>20,000.</value></summary>
    public int MostWaiting { get; init; } = 20_000;

    /// <summary>The most records of one day; more are not kept. One takes about 120 octets of the disk. <value>2,000,000.</value></summary>
    public int MostPerDay { get; init; } = 2_000_000;
}
