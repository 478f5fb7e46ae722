namespace Todoku.Relay.Queue.Queries;

/// <summary>The queue by lane and age of its messages.</summary>
/// <param name="Rows">The lanes with the most entries, the largest first; behind them all others together, when there are others.</param>
/// <param name="Sum">All lanes together.</param>
public sealed record QueueShape(IReadOnlyList<ShapeRow> Rows, ShapeRow Sum)
{
    /// <summary>The limits between ages: 5 minutes, and twice as much each time.</summary>
    public static IReadOnlyList<TimeSpan> Ages { get; } = [.. Enumerable.Range(0, 10).Select(i => TimeSpan.FromMinutes(5 << i))];
}
