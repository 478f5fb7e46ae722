using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Shaping;

/// <summary>
/// Holds the limits of each provider and path, makes them narrower when a provider says so and wider again when it takes mail (<see cref="ShapePolicy"/>). What they
/// begin with stands in <see cref="ShapeRules"/>.
/// </summary>
public sealed class Shaper : IShaper
{
    /// <summary>The most pairs of provider and path that are remembered. Past this those that lose nothing are forgotten, then those that rested longest.</summary>
    public const int MaxFlows = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Provider, string Path), ShapeFlow> _flows = [];
    private readonly SteadyClock _clock;
    private ShapeRules _rules;

    /// <summary>Makes it.</summary>
    /// <param name="settings">The limits.</param>
    /// <param name="clock">The time.</param>
    public Shaper(ShapeSettings settings, SteadyClock clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        (_rules, _clock) = (new ShapeRules(settings), clock);
    }

    /// <summary>Takes over other limits; what was learnt of providers stays.</summary>
    public void Replace(ShapeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        lock (_gate)
        {
            var now = _clock.Now;
            _rules = new ShapeRules(settings);
            foreach (var (key, flow) in _flows.ToArray())
            {
                // A path that became a smart host, or is none any more, is counted under another name from now on.
                if (!_rules.IsCounted(key.Provider, key.Path))
                {
                    flow.Dismiss();
                    _flows.Remove(key);
                    continue;
                }
                var (limits, from) = _rules.Of(key.Provider, key.Path);
                flow.Replace(limits, from, now);
            }
        }
    }

    /// <inheritdoc/>
    public ShapeAnswer Ask(string provider, string path, int recipients)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            return FlowOf(provider, path, now).Ask(now);
        }
    }

    /// <inheritdoc/>
    public Task<ShapeAnswer> WaitAsync(string provider, string path, int recipients)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            return FlowOf(provider, path, now).Wait(now);
        }
    }

    /// <inheritdoc/>
    public void Report(string provider, string path, DeliveryDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        lock (_gate)
        {
            var now = _clock.Now;
            FlowOf(provider, path, now).Report(decision, now);
        }
    }

    /// <inheritdoc/>
    public void Return(string provider, string path)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            FlowOf(provider, path, now).Return(now);
        }
    }

    /// <inheritdoc/>
    public ShapeLimits Limits(string provider, string path)
    {
        lock (_gate) return FlowOf(provider, path, _clock.Now).Now;
    }

    /// <summary>How much each provider is sent by each path; those that are held back first, then the busiest.</summary>
    public IReadOnlyList<ShapeStatus> List()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            return [.. _flows.Select(pair => pair.Value.Status(pair.Key.Provider, pair.Key.Path, now))
                .OrderBy(one => one.Binds is null).ThenBy(one => one.SlowedBy is null).ThenByDescending(one => one.LastMinute)
                .ThenBy(one => one.Provider, StringComparer.Ordinal).ThenBy(one => one.Path, StringComparer.Ordinal)];
        }
    }

    private ShapeFlow FlowOf(string provider, string path, DateTimeOffset now)
    {
        var key = (_rules.CountedAs(provider, path), path);
        if (_flows.TryGetValue(key, out var flow)) return flow;
        if (_flows.Count >= MaxFlows) Forget(now);
        var (limits, from) = _rules.Of(key.Item1, path);
        return _flows[key] = new ShapeFlow(limits, from, now);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in _flows.Where(pair => pair.Value.IsAtEase(now)).Select(pair => pair.Key).ToList()) _flows.Remove(key);
        if (_flows.Count < MaxFlows) return;
        foreach (var key in _flows.Where(pair => pair.Value.Running == 0).OrderBy(pair => pair.Value.UsedAt).Take(MaxFlows / 10).Select(pair => pair.Key).ToList()) _flows.Remove(key);
    }
}
