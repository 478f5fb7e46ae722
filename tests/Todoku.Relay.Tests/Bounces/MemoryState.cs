using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;

namespace Todoku.Relay.Tests.Bounces;

/// <summary>A state that keeps rows in memory, with a disk that can be broken.</summary>
internal sealed class MemoryState : IRelayState
{
    private readonly Dictionary<(string, string), StateRow> _rows = [];

    public bool IsBroken { get; set; }

    public int Writes { get; private set; }

    public IReadOnlyCollection<StateRow> Rows
    {
        get
        {
            lock (_rows) return [.. _rows.Values];
        }
    }

    public ValueTask<LoadOutcome> LoadAsync(string kind, Action<StateRow> take)
    {
        var rows = Rows.Where(row => row.Kind == kind).ToArray();
        foreach (var row in rows) take(row);
        return new(new LoadOutcome.Loaded(rows.Length, 0));
    }

    public ValueTask<WriteOutcome> PutAsync(IReadOnlyList<StateRow> rows, CancellationToken cancellation)
    {
        if (IsBroken) return new(new WriteOutcome.Failed(StorageFault.Full, "disk full"));
        lock (_rows)
        {
            Writes++;
            foreach (var row in rows)
            {
                Assert.InRange(row.Key.Length, 1, StateRow.MaxKeyLength);
                Assert.InRange(row.Value.Length, 1, StateRow.MaxValueLength);
                _rows[(row.Kind, row.Key)] = row with { Value = row.Value.ToArray() };
            }
        }
        return new(WriteOutcome.Done.Plain);
    }

    public ValueTask<WriteOutcome> RemoveAsync(string kind, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        if (IsBroken) return new(new WriteOutcome.Failed(StorageFault.Full, "disk full"));
        lock (_rows)
        {
            foreach (var key in keys) _rows.Remove((kind, key));
        }
        return new(WriteOutcome.Done.Plain);
    }
}
