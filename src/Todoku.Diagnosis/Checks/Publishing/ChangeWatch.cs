using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>
/// Waits until records are visible: first at each authoritative server of their zones, asked directly, since a resolver may have asked the one that is still
/// old; then at the resolver, which may keep an old answer for the rest of its time. Asks after 10, 20, 30 ... seconds, at most a minute apart.
/// </summary>
public sealed class ChangeWatch(INameServers servers, TimeProvider time)
{
    /// <summary>A server that was silent so often in a row is no longer waited for, while another one answers.</summary>
    public const int MaxSilences = 3;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostBetween = TimeSpan.FromSeconds(60);

    private readonly long _began = time.GetTimestamp();
    private readonly Dictionary<string, int> _silences = [];

    /// <summary>The name servers that did not answer when they were last asked, by name.</summary>
    public IReadOnlyList<string> SilentServers => [.. _silences.Where(server => server.Value > 0).Select(server => server.Key).Order(StringComparer.Ordinal)];

    /// <summary>Waits.</summary>
    /// <param name="changes">The records.</param>
    /// <param name="limit">For how long.</param>
    /// <param name="tell">Is told after each round.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    /// <exception cref="OperationCanceledException">The user broke off.</exception>
    public async Task<WatchOutcome> RunAsync(IReadOnlyList<PublicationChange> changes, TimeSpan limit, Action<WatchProgress> tell, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(tell);
        var places = new List<(PublicationChange Change, ZoneServers Zone)>();
        foreach (var change in changes)
        {
            if (await ZoneServers.FindAsync(servers.Resolver, change.Record.Name, cancellationToken).ConfigureAwait(false) is not { } zone) return WatchOutcome.NoServers;
            places.Add((change, zone));
        }
        for (var round = 1; ; round++)
        {
            var sights = await AskServersAsync(places, cancellationToken).ConfigureAwait(false);
            var isAtResolver = sights.All(sight => sight.Sight == RecordSight.New || IsGivenUp(sight)) && sights.Any(sight => sight.Sight == RecordSight.New);
            if (isAtResolver) sights = await AskResolverAsync(changes, cancellationToken).ConfigureAwait(false);
            if (isAtResolver && sights.All(sight => sight.Sight == RecordSight.New)) return WatchOutcome.Visible;
            if (!isAtResolver && changes.Any(change => IsOther(change, sights))) return WatchOutcome.OtherRecord;
            var elapsed = time.GetElapsedTime(_began);
            var pause = TimeSpan.FromTicks(Math.Min(Step.Ticks * round, MostBetween.Ticks));
            tell(new WatchProgress(sights, isAtResolver, elapsed, pause));
            if (elapsed + pause > limit) return WatchOutcome.TimedOut;
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ServerSight[]> AskServersAsync(IEnumerable<(PublicationChange Change, ZoneServers Zone)> places, CancellationToken cancellationToken)
    {
        var sights = await Task.WhenAll(places.SelectMany(place => place.Zone.Servers.Select(server => AskAsync(place.Change, server.Host, servers.Of(server), cancellationToken)))).ConfigureAwait(false);
        foreach (var server in sights.GroupBy(sight => sight.Server))
            _silences[server.Key] = server.Any(sight => sight.Sight == RecordSight.Silent) ? _silences.GetValueOrDefault(server.Key) + 1 : 0;
        return sights;
    }

    private Task<ServerSight[]> AskResolverAsync(IReadOnlyList<PublicationChange> changes, CancellationToken cancellationToken) =>
        Task.WhenAll(changes.Select(change => AskAsync(change, null, servers.Resolver, cancellationToken)));

    private static async Task<ServerSight> AskAsync(PublicationChange change, DomainName? server, IDnsResolver dns, CancellationToken cancellationToken)
    {
        var answer = await dns.AskAsync(change.Record.Name, change.Record.Type, cancellationToken).ConfigureAwait(false);
        var (sight, timeToLive) = answer switch
        {
            DnsAnswer.Found found => (SightOf(change, found), found.TimeToLive),
            DnsAnswer.NoData none => (RecordSight.Old, none.TimeToLive),
            DnsAnswer.NoSuchDomain none => (RecordSight.Old, none.TimeToLive),
            _ => (RecordSight.Silent, TimeSpan.Zero),
        };
        return new ServerSight(change, server?.ToString() ?? "", sight, timeToLive);
    }

    private static RecordSight SightOf(PublicationChange change, DnsAnswer.Found found)
    {
        if (RecordPurpose.Holds(change.Record, found)) return RecordSight.New;
        // The new one beside others: they still have to go.
        var texts = RecordPurpose.Same(change.Record, found);
        if (texts.Count == 0 || texts.Any(text => RecordPurpose.IsText(change.Record, text))) return RecordSight.Old;
        return texts.Select(text => RecordText.Of(text)).Order(StringComparer.Ordinal).SequenceEqual(change.Replaced.Order(StringComparer.Ordinal)) ? RecordSight.Old : RecordSight.Other;
    }

    private bool IsGivenUp(ServerSight sight) => sight.Sight == RecordSight.Silent && _silences.GetValueOrDefault(sight.Server) >= MaxSilences;

    // Everybody has it and it is not the record: nothing is left to wait for.
    private static bool IsOther(PublicationChange change, IReadOnlyList<ServerSight> sights) =>
        sights.Where(sight => sight.Change == change && sight.Sight != RecordSight.Silent).ToArray() is { Length: > 0 } heard && heard.All(sight => sight.Sight == RecordSight.Other);
}
