using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Changes what is remembered of a recipient that left the queue.</summary>
internal sealed class AmendRequest(PastEntry past) : ChangeRequest<WriteSession>
{
    public override void Execute(WriteSession session) => session.Past.Amend(past);
}
