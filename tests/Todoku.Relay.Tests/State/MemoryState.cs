using System.Collections.Concurrent;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;

namespace Todoku.Relay.Tests.State;

/// <summary>State in memory. Outlives what uses it, as the database does a restart.</summary>
internal sealed class MemoryState : IRelayState
{
    private readonly ConcurrentDictionary<(string Kind, string Key), StateRow> _rows = new();

    /// <summary>Whether nothing can be written.</summary>
    public bool IsFull { get; set; }

    /// <summary>How often rows were put.</summary>
    public int Puts { get; private set; }

    /// <summary>The rows of a kind.</summary>
    public IReadOnlyList<StateRow> Rows(string kind) => [.. _rows.Values.Where(row => row.Kind == kind)];

    public ValueTask<LoadOutcome> LoadAsync(string kind, Action<StateRow> take)
    {
        var rows = Rows(kind);
        foreach (var row in rows) take(row);
        return new(new LoadOutcome.Loaded(rows.Count, 0));
    }

    public ValueTask<WriteOutcome> PutAsync(IReadOnlyList<StateRow> rows, CancellationToken cancellation)
    {
        if (IsFull) return new(new WriteOutcome.Failed(StorageFault.Full, "full"));
        Puts++;
        foreach (var row in rows)
        {
            Assert.InRange(row.Key.Length, 1, StateRow.MaxKeyLength);
            Assert.InRange(row.Value.Length, 0, StateRow.MaxValueLength);
            _rows[(row.Kind, row.Key)] = row;
        }
        return new(WriteOutcome.Done.Plain);
    }

    public ValueTask<WriteOutcome> RemoveAsync(string kind, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        if (IsFull) return new(new WriteOutcome.Failed(StorageFault.Full, "full"));
        foreach (var key in keys) _rows.TryRemove((kind, key), out _);
        return new(WriteOutcome.Done.Plain);
    }
}
