using Todoku.Relay.Queue;

namespace Todoku.Storage.Sqlite;

/// <summary>Where and how the relay's state is kept.</summary>
/// <param name="Path">The database file; its folder must exist.</param>
public sealed record StateOptions(string Path)
{
    /// <summary>The most rows of one kind. When there are more, those that expire soonest go first; when none expires, new ones are refused.</summary>
    public int MaxRowsPerKind { get; init; } = 1_000_000;

    /// <summary>How long to wait before a database that could not be written is tried again without being asked.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The time by which rows expire.</summary>
    public SteadyClock Clock { get; init; } = new(TimeProvider.System);
}
