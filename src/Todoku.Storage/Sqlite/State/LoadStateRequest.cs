using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite.State;

/// <summary>Reads all rows of a kind.</summary>
internal sealed class LoadStateRequest(string kind, Action<StateRow> take) : WriteRequest<StateSession>
{
    private readonly TaskCompletionSource<LoadOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _rows;

    public Task<LoadOutcome> Outcome => _outcome.Task;

    public override bool IsUpkeep => true;

    public override void Execute(StateSession session)
    {
        _rows = 0;
        session.Load(kind, row =>
        {
            _rows++;
            take(row);
        });
    }

    public override void Done() => _outcome.TrySetResult(new LoadOutcome.Loaded(_rows, 0));

    public override void Failed(StorageFault fault, string detail) => _outcome.TrySetResult(new LoadOutcome.Failed(_rows, fault, detail));
}
