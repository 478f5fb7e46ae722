namespace Todoku.Relay.Configuration;

/// <summary>How a path that is new to providers sends more from day to day.</summary>
public sealed record WarmUpConfiguration
{
    /// <summary>The path.</summary>
    public required string Path { get; init; }

    /// <summary>The providers' ids; empty for all, each by itself.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>The first day.</summary>
    public required DateOnly Begins { get; init; }

    /// <summary>The most messages of each day, the first day first; after the last day there is no limit.</summary>
    public required IReadOnlyList<int> MessagesADay { get; init; }
}
