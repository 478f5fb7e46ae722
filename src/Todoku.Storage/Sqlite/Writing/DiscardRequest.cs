using Todoku.Relay.Queue;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Removes the pieces of a message that will not be queued.</summary>
internal sealed class DiscardRequest(QueueId id) : ChangeRequest<WriteSession>
{
    public override bool IsUpkeep => true;

    public override void Execute(WriteSession session) => session.Discard(id);
}
