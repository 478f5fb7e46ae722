namespace Todoku.Relay.Bounces.Suppression;

/// <summary>Limits of the suppression list.</summary>
public sealed record SuppressionOptions
{
    /// <summary>The most lines, in memory and on the disk. <value>1,000,000.</value></summary>
    public int MostEntries { get; init; } = 1_000_000;
}
