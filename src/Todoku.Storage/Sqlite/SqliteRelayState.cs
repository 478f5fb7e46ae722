using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;
using Todoku.Storage.Sqlite.Native;
using Todoku.Storage.Sqlite.State;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite;

/// <summary>
/// The relay's state in one SQLite file beside the queue's: every commit synced, changes that come together share one sync. No mail is in it, so a
/// damaged file is set aside and an empty one begun: what was blocked, suppressed or learned is then learned anew (see <see cref="SetAside"/>).
/// </summary>
public sealed class SqliteRelayState : IRelayState, IAsyncDisposable
{
    private const int MaxKindLength = 64;
    private const string ProbeKind = "probe";

    private readonly StateOptions _options;
    private readonly GroupWriter<StateSession> _writer;
    private DamagedFile? _setAside;

    /// <summary>Opens the state, or makes it. What is wrong with it is in <see cref="Health"/> and in the answers.</summary>
    public SqliteRelayState(StateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _writer = new GroupWriter<StateSession>(new(options.Path, "state", Open)
        {
            Probe = static () => [new PutRequest([new StateRow(ProbeKind, "", new byte[StateRow.MaxValueLength], null)]), new RemoveRequest(ProbeKind, [""])],
            ProbeInterval = options.ProbeInterval,
            Time = options.Clock.Time,
            HealsDamage = true,
        });
    }

    /// <summary>Whether it can be written now.</summary>
    public QueueHealth Health => _writer.Health;

    /// <summary>The database that was found damaged last; null when none was. To be said to the administrator.</summary>
    public DamagedFile? SetAside => Volatile.Read(ref _setAside);

    /// <inheritdoc/>
    public async ValueTask<LoadOutcome> LoadAsync(string kind, Action<StateRow> take)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(take);
        var request = new LoadStateRequest(kind, take);
        _writer.Submit(request);
        return await request.Outcome.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A kind, key or value is too long.</exception>
    public async ValueTask<WriteOutcome> PutAsync(IReadOnlyList<StateRow> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var row in rows) Check(row);
        cancellation.ThrowIfCancellationRequested();
        return await ChangeAsync(new PutRequest(rows)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> RemoveAsync(string kind, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(keys);
        cancellation.ThrowIfCancellationRequested();
        return await ChangeAsync(new RemoveRequest(kind, keys)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<WriteOutcome> ChangeAsync(ChangeRequest<StateSession> request)
    {
        _writer.Submit(request);
        return request.Outcome;
    }

    private static void Check(StateRow row)
    {
        if (row.Kind.Length is 0 or > MaxKindLength) throw new ArgumentException($"A kind has 1 to {MaxKindLength} characters.", nameof(row));
        if (row.Key.Length > StateRow.MaxKeyLength) throw new ArgumentException($"A key has {StateRow.MaxKeyLength} characters at the most.", nameof(row));
        if (row.Value.Length > StateRow.MaxValueLength) throw new ArgumentException($"A value has {StateRow.MaxValueLength} bytes at the most.", nameof(row));
    }

    // On the writer's thread.
    private StateSession Open()
    {
        try
        {
            return new StateSession(_options);
        }
        catch (SqliteException exception) when (Faults.Of(exception.Code) == StorageFault.Corrupt)
        {
            var now = _options.Clock.Now;
            Volatile.Write(ref _setAside, new DamagedFile(DatabaseFiles.SetAside(_options.Path, now), exception.Message, now));
            return new StateSession(_options);
        }
    }
}
