using Todoku.Relay.Queue;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Keeps a piece of a message that is not queued yet.</summary>
/// <param name="known">Its number; null for the first piece of one that has none yet.</param>
/// <param name="piece">The place of the piece.</param>
/// <param name="content">The piece; not changed until this is done.</param>
internal sealed class PieceRequest(QueueId? known, int piece, ReadOnlyMemory<byte> content) : ChangeRequest<WriteSession>
{
    /// <summary>The number of the message.</summary>
    public QueueId Id { get; private set; }

    public override void Execute(WriteSession session)
    {
        Id = known ?? session.NextId();
        if (piece == 0) session.BeginSpool(Id);
        session.InsertPiece(Id, piece, content.Span);
    }
}
