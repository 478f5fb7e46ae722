using System.Diagnostics.CodeAnalysis;

namespace Todoku.Sandbox.Receiving;

/// <summary>What is remembered of strangers: of a bounded number of them, and the one that came first is forgotten first. Safe for several threads.</summary>
/// <param name="most">The most that are remembered.</param>
internal sealed class BoundedBook<TKey, TValue>(int most = 100_000)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = new();

    /// <summary>What is remembered of one.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock) return _values.TryGetValue(key, out value);
    }

    /// <summary>Remembers something of one, and gives it.</summary>
    /// <param name="key">Who it is.</param>
    /// <param name="first">What is remembered of one that is new.</param>
    /// <param name="next">What becomes of what is remembered of another.</param>
    public TValue Change(TKey key, TValue first, Func<TValue, TValue> next)
    {
        lock (_lock)
        {
            if (_values.TryGetValue(key, out var old)) return _values[key] = next(old);
            if (_values.Count == most) _values.Remove(_order.Dequeue());
            _order.Enqueue(key);
            _values.Add(key, first);
            return first;
        }
    }
}
