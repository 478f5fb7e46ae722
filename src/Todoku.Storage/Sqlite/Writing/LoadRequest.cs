using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Reads every entry at the start, marks those that an attempt had begun for, and removes what was spooled and never queued.</summary>
internal sealed class LoadRequest(Action<StoredEntry> take) : WriteRequest<WriteSession>
{
    private readonly TaskCompletionSource<LoadOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _entries;
    private int _possiblyTwice;

    public Task<LoadOutcome> Outcome => _outcome.Task;

    public override bool IsUpkeep => true;

    public override void Execute(WriteSession session)
    {
        _entries = _possiblyTwice = 0;
        session.RemoveSpools();
        var unended = new List<EntryId>();
        foreach (var entry in session.Entries(unended))
        {
            _entries++;
            if (entry.IsPossiblyTwice) _possiblyTwice++;
            take(entry);
        }
        session.MarkUnended(unended);
    }

    public override void Done() => _outcome.TrySetResult(new LoadOutcome.Loaded(_entries, _possiblyTwice));

    public override void Failed(StorageFault fault, string detail) => _outcome.TrySetResult(new LoadOutcome.Failed(_entries, fault, detail));
}
