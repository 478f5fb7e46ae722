using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite.State;

/// <summary>Keeps rows in place of those with the same kind and key.</summary>
internal sealed class PutRequest(IReadOnlyList<StateRow> rows) : ChangeRequest<StateSession>
{
    private string? _full;

    public override void Execute(StateSession session)
    {
        _full = null;
        if (!session.MakeRoom(rows, out var full))
        {
            _full = full;
            return;
        }
        foreach (var row in rows) session.Put(row);
    }

    public override void Done()
    {
        if (_full is null) base.Done();
        else Failed(StorageFault.Full, $"there are as many rows of kind {_full} as are kept");
    }
}
