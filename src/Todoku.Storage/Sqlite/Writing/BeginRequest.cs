using Todoku.Relay.Queue;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Keeps that attempts begin.</summary>
internal sealed class BeginRequest(IReadOnlyList<AttemptRecord> attempts) : ChangeRequest<WriteSession>
{
    public override void Execute(WriteSession session)
    {
        foreach (var attempt in attempts) session.Begin(attempt);
    }
}
