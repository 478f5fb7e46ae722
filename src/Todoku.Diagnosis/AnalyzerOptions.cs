namespace Todoku.Diagnosis;

/// <summary>The limits that keep an analysis in constant memory, whatever the log holds. The defaults stay under about 120 MB.</summary>
public sealed record AnalyzerOptions
{
    /// <summary>Providers kept apart; further ones are counted together as "others".</summary>
    /// <value>Default 4,096.</value>
    public int MaxProviders { get; init; } = 4096;

    /// <summary>Pairs of provider and cause kept apart; further ones are counted under "others".</summary>
    /// <value>Default 4,096.</value>
    public int MaxGroups { get; init; } = 4096;

    /// <summary>Sending hosts kept apart; further ones share one place.</summary>
    /// <value>Default 64.</value>
    public int MaxHosts { get; init; } = 64;

    /// <summary>Submitters kept apart; when there are more, the ones with the fewest attempts are dropped.</summary>
    /// <value>Default 4,096.</value>
    public int MaxSubmitters { get; init; } = 4096;

    /// <summary>Names (relay hosts, recipient domains, sender domains) remembered at a time, each.</summary>
    /// <value>Default 32,768.</value>
    public int MaxNames { get; init; } = 32768;

    /// <summary>Deferred deliveries remembered until they are delivered or given up; older ones count as not arrived.</summary>
    /// <value>Default 500,000.</value>
    public int MaxPending { get; init; } = 500_000;
}
