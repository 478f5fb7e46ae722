using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite.State;

/// <summary>Forgets rows.</summary>
internal sealed class RemoveRequest(string kind, IReadOnlyList<string> keys) : ChangeRequest<StateSession>
{
    public override bool IsUpkeep => true;

    public override void Execute(StateSession session)
    {
        foreach (var key in keys) session.Remove(kind, key);
    }
}
