using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite;

/// <summary>Gathers a message into pieces; each full one goes to the disk, so that one piece is all that is in memory.</summary>
internal sealed class ContentSpool(SqliteMailQueue queue, QueueId? number) : IContentSpool
{
    private readonly byte[] _piece = new byte[WriteSession.PieceLength];
    private int _filled;
    private int _pieces;
    private QueueId? _id = number;
    private bool _isCommitted;

    public long Length => ((long)_pieces * WriteSession.PieceLength) + _filled;

    public async ValueTask<WriteOutcome> WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        while (!piece.IsEmpty)
        {
            if (_filled == _piece.Length && await FlushAsync().ConfigureAwait(false) is WriteOutcome.Failed failed) return failed;
            var length = Math.Min(piece.Length, _piece.Length - _filled);
            piece[..length].CopyTo(_piece.AsMemory(_filled));
            _filled += length;
            piece = piece[length..];
        }
        return WriteOutcome.Done.Plain;
    }

    public async ValueTask<EnqueueOutcome> CommitAsync(QueuedEnvelope envelope, IReadOnlyList<LaneKey> lanes, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isCommitted, this);
        cancellation.ThrowIfCancellationRequested();
        var message = new NewMessage(envelope with { Size = Length }, lanes, _piece.AsMemory(0, _filled)) { Id = _id };
        var outcome = await queue.EnqueueAsync(message, _pieces > 0 ? _id : null, _pieces).ConfigureAwait(false);
        _isCommitted = outcome is EnqueueOutcome.Queued;
        return outcome;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isCommitted || _pieces == 0 || _id is not { } id) return;
        _isCommitted = true;
        await queue.DiscardAsync(id).ConfigureAwait(false);
    }

    private async ValueTask<WriteOutcome> FlushAsync()
    {
        var (id, outcome) = await queue.KeepAsync(_id, _pieces, _piece).ConfigureAwait(false);
        if (outcome is not WriteOutcome.Done) return outcome;
        (_id, _filled) = (id, 0);
        _pieces++;
        return outcome;
    }
}
