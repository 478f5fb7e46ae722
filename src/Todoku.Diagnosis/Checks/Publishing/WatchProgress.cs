namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>How far a wait is.</summary>
/// <param name="Sights">What each server shows, or the resolver once all servers show the records.</param>
/// <param name="IsAtResolver">Whether it is the resolver's turn.</param>
/// <param name="Elapsed">Since the wait began.</param>
/// <param name="NextIn">When it is asked again.</param>
public sealed record WatchProgress(IReadOnlyList<ServerSight> Sights, bool IsAtResolver, TimeSpan Elapsed, TimeSpan NextIn)
{
    /// <summary>Servers that show all records.</summary>
    public int Ready => Servers.Count(server => server.All(sight => sight.Sight == RecordSight.New));

    /// <summary>Servers that did not answer.</summary>
    public IReadOnlyList<string> Silent => [.. Sights.Where(sight => sight.Sight == RecordSight.Silent).Select(sight => sight.Server).Distinct()];

    /// <summary>Servers that answer and don't show all records.</summary>
    public IReadOnlyList<string> Late => [.. Sights.Where(sight => sight.Sight is RecordSight.Old or RecordSight.Other).Select(sight => sight.Server).Distinct().Except(Silent)];

    /// <summary>All servers.</summary>
    public int Total => Servers.Count();

    /// <summary>How long the resolver may keep an old answer at most.</summary>
    public TimeSpan Remaining => Sights.Where(sight => sight.Sight != RecordSight.New).Select(sight => sight.TimeToLive).DefaultIfEmpty(TimeSpan.Zero).Max();

    private IEnumerable<IGrouping<string, ServerSight>> Servers => Sights.GroupBy(sight => sight.Server);
}
