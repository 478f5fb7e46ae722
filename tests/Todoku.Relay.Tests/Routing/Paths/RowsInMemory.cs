using System.Collections.Concurrent;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;

namespace Todoku.Relay.Tests.Routing.Paths;

/// <summary>Rows in memory, with a disk that can be broken.</summary>
internal sealed class RowsInMemory : IRelayState
{
    public ConcurrentDictionary<(string Kind, string Key), StateRow> Rows { get; } = new();

    public StorageFault? Fault { get; set; }

    public ValueTask<LoadOutcome> LoadAsync(string kind, Action<StateRow> take)
    {
        foreach (var row in Rows.Values.Where(row => row.Kind == kind)) take(row);
        return new(new LoadOutcome.Loaded(Rows.Count, 0));
    }

    public ValueTask<WriteOutcome> PutAsync(IReadOnlyList<StateRow> rows, CancellationToken cancellation)
    {
        if (Fault is { } fault) return new(new WriteOutcome.Failed(fault, ""));
        foreach (var row in rows) Rows[(row.Kind, row.Key)] = row;
        return new(WriteOutcome.Done.Plain);
    }

    public ValueTask<WriteOutcome> RemoveAsync(string kind, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        if (Fault is { } fault) return new(new WriteOutcome.Failed(fault, ""));
        foreach (var key in keys) Rows.TryRemove((kind, key), out _);
        return new(WriteOutcome.Done.Plain);
    }
}
