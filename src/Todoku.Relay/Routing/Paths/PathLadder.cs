using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Queue;
using Todoku.Relay.State;

namespace Todoku.Relay.Routing.Paths;

/// <summary>
/// Chooses paths in the order of the sender's ladder, passes over those that a provider refuses, and finds out when they are open again. What suspends a path stands in
/// <see cref="ReroutePolicy"/>, whether a path may carry a domain's mail in <see cref="PathAuthorization"/>, how much of it may move in <see cref="RerouteGuards"/>.
/// </summary>
/// <remarks>
/// <code>
/// a path of the ladder                              the message
/// was tried just now                                passes over it
/// suspended, before its time                        passes over it
/// suspended, its time has come                      tests it, if it is small and no bulk; else passes over it
/// being tested by another message                   passes over it
/// opening                                           1 of 10, then 1 of 3 takes it; the others pass over it, but take it when no other path is left
/// warms up, and carried what the day allows         passes over it
/// not the first, not authorized by the sender       passes over it
/// not the first, rerouted, over a guard             passes over it
/// open                                              takes it
/// no path is left                                   waits for the first that may open; it is held, not bounced
/// </code>
/// The first path of a ladder is the sender's own: whether SPF and DKIM pass there is for <c>todoku check</c> to say, it is never passed over for it.
/// </remarks>
public sealed class PathLadder : IPathLadder
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WithoutPath = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AfterTry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSpread = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly PathAuthorization _authorization;
    private readonly PathDoor _door;
    private readonly PathRecovery _recovery;
    private readonly PathBlocks _blocks;
    private readonly PathVolumes _volumes;
    private readonly SteadyClock _clock;
    private readonly IPathObserver _observer;
    private readonly Random _chance;
    private volatile PathSettings _settings;

    private PathLadder(PathSettings settings, PathAuthorization authorization, PathBlocks blocks, PathVolumes volumes, SteadyClock clock, IPathObserver observer, Random chance)
    {
        (_settings, _authorization, _blocks, _volumes, _clock, _observer, _chance) = (settings, authorization, blocks, volumes, clock, observer, chance);
        _door = new PathDoor(settings.Guards, blocks, volumes);
        _recovery = new PathRecovery(blocks);
    }

    /// <summary>Reads what is remembered of paths.</summary>
    /// <param name="settings">The paths.</param>
    /// <param name="state">Where blocks and counts are kept.</param>
    /// <param name="authorization">Says whether a path may carry the mail of a domain.</param>
    /// <param name="clock">The time.</param>
    /// <param name="observer">Is told of changes.</param>
    /// <param name="chance">Spreads what waits for one moment.</param>
    public static async Task<PathLadder> OpenAsync(PathSettings settings, IRelayState state, PathAuthorization authorization, SteadyClock clock, IPathObserver observer, Random chance)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(state);
        var blocks = await PathBlocks.OpenAsync(state, clock).ConfigureAwait(false);
        return new PathLadder(settings, authorization, blocks, await PathVolumes.OpenAsync(settings.WarmUps, state, clock).ConfigureAwait(false), clock, observer, chance);
    }

    /// <summary>Takes over other ladders, warm-ups and another path for local mail; guards stay. What is remembered of a path hangs on its name, what it carried today too.</summary>
    public void Replace(PathSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        lock (_gate) _volumes.Replace(settings.WarmUps);
        _settings = settings;
    }

    /// <summary>Sender domains that a path was not used for lately, with the record that is missing.</summary>
    public IReadOnlyList<PathAuthorizationFinding> Unauthorized => _authorization.Missing;

    /// <inheritdoc/>
    public bool NeedsServers(PathRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PathsOf(request).Any(path => path is RelayPath.Direct);
    }

    /// <inheritdoc/>
    public ValueTask<PathChoice> ChooseAsync(PathRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Provider == LadderRule.LocalProvider) return new(new PathChoice.Use(_settings.Local, false, "mail for this machine"));
        var paths = PathsOf(request);
        if (paths.Count == 0) return new(new PathChoice.Wait(_clock.Now + WithoutPath, "no ladder has a path for this sender"));
        // The usual case costs no question.
        var (choice, shut) = EnterFirst(new PathEntry(paths[0], request, IsRerouted: false));
        return choice is not null ? new(choice) : new(ChooseAsync(request, paths, shut!, cancellation));
    }

    /// <inheritdoc/>
    public void Withdraw(PathRequest request, PathChoice.Use choice)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(choice);
        if (choice.Path is RelayPath.Maildir) return;
        lock (_gate)
        {
            _volumes.Count(request.Provider, choice.Path.Name, choice.IsRerouted, -1, _clock.Now);
            if (choice.IsProbe) _recovery.Withdraw(request, choice.Path, _clock.Now);
        }
    }

    /// <inheritdoc/>
    public void Report(PathRequest request, PathChoice.Use choice, DeliveryDecision decision)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(decision);
        if (choice.Path is RelayPath.Maildir) return;
        PathChange? change;
        lock (_gate)
        {
            // What no server has seen is no volume.
            if (PathRecovery.IsConnection(decision)) _volumes.Count(request.Provider, choice.Path.Name, choice.IsRerouted, -1, _clock.Now);
            change = _recovery.Learn(request, choice, decision, _clock.Now);
        }
        switch (change)
        {
            case PathChange.Suspended suspended:
                _observer.Suspended(suspended.Block);
                break;
            case PathChange.Opening opening:
                _observer.Opening(opening.Block);
                break;
            case PathChange.Opened opened:
                _observer.Opened(opened.Block);
                break;
        }
    }

    /// <summary>Opens a path by hand; false when the provider holds nothing against it.</summary>
    /// <param name="provider">The provider's id, or <see cref="PathBlock.Everybody"/>.</param>
    /// <param name="path">The name of the path.</param>
    public bool Open(string provider, string path)
    {
        PathBlock block;
        lock (_gate)
        {
            if (_blocks.Find(provider, path) is not { } entry || entry.Block.Provider != provider) return false;
            _blocks.Remove(entry);
            block = entry.Block;
        }
        _observer.Opened(block);
        return true;
    }

    /// <summary>How each path stands with each provider that it carried mail to today or that refuses it; refused ones first, then by volume.</summary>
    public IReadOnlyList<PathStatus> List()
    {
        var now = _clock.Now;
        var all = new Dictionary<(string Provider, string Path), PathStatus>();
        lock (_gate)
        {
            foreach (var entry in _blocks.All) all[(entry.Block.Provider, entry.Block.Path)] = new PathStatus(entry.Block.Provider, entry.Block.Path) { Block = entry.Block };
            foreach (var (key, volume) in _volumes.All.Where(pair => pair.Value.Day == DateOnly.FromDateTime(now.UtcDateTime) && pair.Value.Today > 0))
            {
                var known = all.GetValueOrDefault(key) ?? new PathStatus(key.Provider, key.Path);
                all[key] = known with { Today = volume.Today, ReroutedToday = volume.ReroutedToday, AllowedToday = _volumes.AllowedToday(key.Provider, key.Path, now) };
            }
        }
        return [.. all.Values.OrderBy(one => one.Block is null).ThenByDescending(one => one.Today).ThenBy(one => one.Provider, StringComparer.Ordinal).ThenBy(one => one.Path, StringComparer.Ordinal)];
    }

    /// <summary>Done when all that is remembered is on the disk, as far as the disk takes it.</summary>
    public async Task FlushAsync()
    {
        await _blocks.FlushAsync().ConfigureAwait(false);
        await _volumes.FlushAsync().ConfigureAwait(false);
    }

    private (PathChoice.Use? Choice, PathShut? Why) EnterFirst(PathEntry entry)
    {
        lock (_gate)
        {
            if (WasTried(entry) is { } tried) return (null, tried);
            if (_door.Enter(entry, _clock.Now, isForced: false, out var isProbe) is { } shut) return (null, shut);
            return (UseOf(entry, isProbe, isProbe ? "tests the path" : "first open path"), null);
        }
    }

    private async Task<PathChoice> ChooseAsync(PathRequest request, IReadOnlyList<RelayPath> paths, PathShut first, CancellationToken cancellation)
    {
        var shut = new List<PathShut>(paths.Count) { first };
        var lastResort = LastResort(paths[0], request, first);
        foreach (var path in paths.Skip(1))
        {
            var entry = new PathEntry(path, request, IsRerouted: shut.Exists(one => one is PathShut.Blocked or PathShut.Tried));
            var (choice, why) = await TryAsync(entry, cancellation).ConfigureAwait(false);
            if (choice is not null) return choice;
            shut.Add(why!);
            lastResort ??= LastResort(path, request, why!);
        }
        if (lastResort is not null)
        {
            lock (_gate)
            {
                var entry = new PathEntry(lastResort, request, IsRerouted: false);
                if (_door.Enter(entry, _clock.Now, isForced: true, out _) is null) return UseOf(entry, false, "the path is opening, and no other is open");
            }
        }
        return WaitFor(request, paths[0], shut);
    }

    // A path that opens would rather take all than none.
    private static RelayPath? LastResort(RelayPath path, PathRequest request, PathShut why) =>
        why is PathShut.Blocked { Block.State: BlockState.Opening } && !request.Tried.Contains(path.Name) ? path : null;

    private async ValueTask<(PathChoice.Use? Choice, PathShut? Why)> TryAsync(PathEntry entry, CancellationToken cancellation)
    {
        lock (_gate)
        {
            // What is shut needs no question to DNS.
            if ((WasTried(entry) ?? _door.Look(entry, _clock.Now)) is { } closed) return (null, closed);
        }
        var (finding, until) = await _authorization.CheckAsync(entry.Path, entry.Request, cancellation).ConfigureAwait(false);
        if (!finding.IsAuthorized) return (null, new PathShut.NotAuthorized(entry.Path.Name, finding, until));
        lock (_gate)
        {
            if (_door.Enter(entry, _clock.Now, isForced: false, out var isProbe) is { } closed) return (null, closed);
            return (UseOf(entry, isProbe, isProbe ? "tests the path" : entry.IsRerouted ? $"rerouted, {finding.Why}" : "next open path"), null);
        }
    }

    private PathShut? WasTried(PathEntry entry)
    {
        var (path, request) = (entry.Path.Name, entry.Request);
        if (request.Tried.Count == 0 || !request.Tried.Contains(path)) return null;
        return _blocks.Find(request.Provider, path) is { } block ? new PathShut.Blocked(path, block.Block, block.Block.Until) : new PathShut.Tried(path, _clock.Now + AfterTry);
    }

    private PathChoice.Wait WaitFor(PathRequest request, RelayPath home, List<PathShut> shut)
    {
        var now = _clock.Now;
        var until = shut.Min(one => one.Until);
        if (until < now + LeastWait) until = now + LeastWait;
        var isFirst = false;
        lock (_gate)
        {
            if (_blocks.Find(request.Provider, home.Name) is { } block) (isFirst, block.IsExhaustionTold) = (!block.IsExhaustionTold, true);
        }
        if (isFirst) _observer.Exhausted(request.Provider, until, shut);
        // Mail that can't test the path need not be there when it is tested.
        var spread = (until - now) * (ReroutePolicy.MayProbe(request, TimeSpan.Zero) ? 0.02 : 0.25);
        if (spread > LongestSpread) spread = LongestSpread;
        return new PathChoice.Wait(until + (spread * _chance.NextDouble()), $"no path is open: {string.Join("; ", shut.Select(one => one.Why))}");
    }

    private static PathChoice.Use UseOf(PathEntry entry, bool isProbe, string why) => new(entry.Path, isProbe, why) { IsRerouted = entry.IsRerouted };

    private IReadOnlyList<RelayPath> PathsOf(PathRequest request)
    {
        if (request.Provider == LadderRule.LocalProvider) return [_settings.Local];
        foreach (var ladder in _settings.Ladders)
            if (ladder.Covers(request.AuthorDomain, request.SenderDomain)) return ladder.Paths;
        return [];
    }
}
