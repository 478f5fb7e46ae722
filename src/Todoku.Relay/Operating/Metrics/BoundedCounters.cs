using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Todoku.Relay.Operating.Metrics;

/// <summary>Counts by a key, for a bounded number of keys: what comes after is counted under another key, which the caller makes of it. Safe for several threads.</summary>
/// <param name="most">The most keys, those of the rest not counted.</param>
/// <param name="rest">The key that stands for those that find no room; of a small set.</param>
internal sealed class BoundedCounters<TKey>(int most, Func<TKey, TKey> rest)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, StrongBox<long>> _counts = new();
    private int _keys;

    /// <summary>The counts now.</summary>
    public IEnumerable<(TKey Key, long Count)> All => _counts.Select(one => (one.Key, Interlocked.Read(ref one.Value.Value)));

    /// <summary>Counts one.</summary>
    public void Add(TKey key) => Interlocked.Increment(ref BoxOf(key).Value);

    private StrongBox<long> BoxOf(TKey key)
    {
        if (_counts.TryGetValue(key, out var box)) return box;
        if (Volatile.Read(ref _keys) >= most) return _counts.GetOrAdd(rest(key), static _ => new StrongBox<long>());
        Interlocked.Increment(ref _keys);
        return _counts.GetOrAdd(key, static _ => new StrongBox<long>());
    }
}
