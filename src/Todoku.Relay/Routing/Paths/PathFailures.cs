using Todoku.Knowledge;

namespace Todoku.Relay.Routing.Paths;

/// <summary>
/// Counts failures that say nothing alone: no connection, too much at a time. A path whose failures go over the rule of their cause without anything better between is
/// to be suspended. Not for several threads at once: <see cref="PathLadder"/> holds the lock.
/// </summary>
internal sealed class PathFailures
{
    /// <summary>The most counts that are kept; past this counting begins anew.</summary>
    public const int MaxCounts = 10_000;

    private const int MaxProviders = 16;

    private readonly Dictionary<(string Provider, string Path), Tally> _tallies = [];

    /// <summary>Counts a failure; true when the rule is fulfilled, and counting begins anew.</summary>
    public bool Count(in RerouteRule rule, Cause cause, string provider, string path, DateTimeOffset now)
    {
        var key = (rule.IsForEverybody ? PathBlock.Everybody : provider, path);
        if (!_tallies.TryGetValue(key, out var tally) || (tally.Cause == Cause.RateLimited) != (cause == Cause.RateLimited))
        {
            if (_tallies.Count >= MaxCounts) _tallies.Clear();
            _tallies[key] = tally = new Tally(cause, now);
        }
        tally.Count++;
        if (tally.Providers.Count < MaxProviders) tally.Providers.Add(provider);
        if (tally.Count < rule.Count || tally.Providers.Count < rule.Providers || now - tally.Since < rule.Span) return false;
        _tallies.Remove(key);
        return true;
    }

    /// <summary>A server answered: the path leads somewhere.</summary>
    public void Answered(string path)
    {
        if (_tallies.Count > 0 && _tallies.TryGetValue((PathBlock.Everybody, path), out var tally) && tally.Cause != Cause.RateLimited) _tallies.Remove((PathBlock.Everybody, path));
    }

    /// <summary>A message was taken: the provider takes mail by the path.</summary>
    public void Taken(string provider, string path)
    {
        if (_tallies.Count == 0) return;
        _tallies.Remove((PathBlock.Everybody, path));
        _tallies.Remove((provider, path));
    }

    private sealed class Tally(Cause cause, DateTimeOffset since)
    {
        public Cause Cause { get; } = cause;

        public DateTimeOffset Since { get; } = since;

        public int Count { get; set; }

        public HashSet<string> Providers { get; } = new(StringComparer.Ordinal);
    }
}
