using Todoku.Relay.Queue;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Finds out whether a queue that could not be written can be again: keeps a piece as large as any, and takes it away.</summary>
internal sealed class ProbeRequest : ChangeRequest<WriteSession>
{
    private static readonly QueueId Nobody = new(0);

    private readonly byte[] _content = new byte[WriteSession.PieceLength];

    /// <summary>Takes away what a probe kept.</summary>
    public static DiscardRequest Undo => new(Nobody);

    public override void Execute(WriteSession session)
    {
        session.DeletePieces(Nobody);
        session.InsertPiece(Nobody, 0, _content);
    }
}
