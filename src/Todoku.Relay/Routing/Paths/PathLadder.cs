using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Routing.Paths;

/// <summary>Chooses paths in the order of the sender's ladder, and passes over those that a provider refuses.</summary>
/// <param name="ladders">The ladders; the first that covers a message counts.</param>
/// <param name="local">The path of mail for this machine.</param>
/// <param name="clock">The time.</param>
public sealed class PathLadder(IReadOnlyList<LadderRule> ladders, RelayPath local, SteadyClock clock) : IPathLadder
{
    private static readonly TimeSpan Suspension = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Provider, string Path), DateTimeOffset> _suspended = [];

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
        DateTimeOffset? earliest = null;
        lock (_gate)
        {
            foreach (var path in PathsOf(request))
            {
                if (request.Tried.Contains(path.Name)) continue;
                if (!_suspended.TryGetValue((request.Provider, path.Name), out var until) || until <= clock.Now) return ValueTask.FromResult<PathChoice>(new PathChoice.Use(path, false, "first open path"));
                if (earliest is null || until < earliest) earliest = until;
            }
        }
        return ValueTask.FromResult<PathChoice>(new PathChoice.Wait(earliest ?? clock.Now + Suspension, "no path is open"));
    }

    /// <inheritdoc/>
    public void Report(PathRequest request, PathChoice.Use choice, DeliveryDecision decision)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(decision);
        lock (_gate)
        {
            if (decision.Action == DeliveryAction.NextPath) _suspended[(request.Provider, choice.Path.Name)] = clock.Now + Suspension;
            else if (decision.Action == DeliveryAction.Delivered && _suspended.Count > 0) _suspended.Remove((request.Provider, choice.Path.Name));
        }
    }

    private IReadOnlyList<RelayPath> PathsOf(PathRequest request)
    {
        if (request.Provider == "local") return [local];
        foreach (var ladder in ladders)
            if (ladder.Covers(request.AuthorDomain, request.SenderDomain)) return ladder.Paths;
        return [];
    }
}
