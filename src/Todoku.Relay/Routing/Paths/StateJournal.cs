using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;

namespace Todoku.Relay.Routing.Paths;

/// <summary>
/// Writes changes of one kind of state behind the caller's back, in their order, the last of each key only. What could not be written is kept and written with the
/// next change: memory is what counts until then.
/// </summary>
/// <param name="state">Where it is kept.</param>
/// <param name="kind">The kind.</param>
internal sealed class StateJournal(IRelayState state, string kind)
{
    private readonly Lock _gate = new();
    private Dictionary<string, StateRow?> _dirty = new(StringComparer.Ordinal);
    private Task _writing = Task.CompletedTask;
    private bool _isWriting;

    /// <summary>Keeps a row. Never blocks.</summary>
    public void Put(string key, byte[] value, DateTimeOffset? expiresAt) => Change(key, new StateRow(kind, key, value, expiresAt));

    /// <summary>Forgets a row. Never blocks.</summary>
    public void Remove(string key) => Change(key, null);

    /// <summary>Done when all that was changed before is written, or could not be.</summary>
    public async Task FlushAsync()
    {
        while (true)
        {
            Task writing;
            lock (_gate)
            {
                if (!_isWriting) return;
                writing = _writing;
            }
            await writing.ConfigureAwait(false);
        }
    }

    private void Change(string key, StateRow? row)
    {
        lock (_gate)
        {
            _dirty[key] = row;
            if (_isWriting) return;
            _isWriting = true;
            _writing = Task.Run(WriteAsync);
        }
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            Dictionary<string, StateRow?> batch;
            lock (_gate)
            {
                if (_dirty.Count == 0)
                {
                    _isWriting = false;
                    return;
                }
                (batch, _dirty) = (_dirty, new Dictionary<string, StateRow?>(StringComparer.Ordinal));
            }
            if (await TryWriteAsync(batch).ConfigureAwait(false)) continue;
            lock (_gate)
            {
                foreach (var (key, row) in batch) _dirty.TryAdd(key, row);
                _isWriting = false;
                return;
            }
        }
    }

    private async Task<bool> TryWriteAsync(Dictionary<string, StateRow?> batch)
    {
        StateRow[] rows = [.. batch.Values.OfType<StateRow>()];
        string[] removed = [.. batch.Where(pair => pair.Value is null).Select(pair => pair.Key)];
        return (rows.Length == 0 || await state.PutAsync(rows, CancellationToken.None).ConfigureAwait(false) is WriteOutcome.Done)
            && (removed.Length == 0 || await state.RemoveAsync(kind, removed, CancellationToken.None).ConfigureAwait(false) is WriteOutcome.Done);
    }
}
