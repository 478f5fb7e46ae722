using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Queues a message, whole or spooled before.</summary>
/// <param name="message">The message; of a spooled one, its last piece.</param>
/// <param name="spooled">The number under which its other pieces are there; null when there are none.</param>
/// <param name="pieces">How many there are.</param>
internal sealed class EnqueueRequest(NewMessage message, QueueId? spooled, int pieces) : WriteRequest<WriteSession>
{
    private readonly byte[] _envelope = EnvelopeCodec.Write(message.Envelope);
    private readonly byte[]? _token = TokenHash.Of(message.Envelope);
    private readonly TaskCompletionSource<EnqueueOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private QueueId _id;
    private bool _isRepeated;

    public Task<EnqueueOutcome> Outcome => _outcome.Task;

    public override void Execute(WriteSession session)
    {
        _isRepeated = _token is not null && session.Tokens.TryFind(_token, message.Envelope.AcceptedAt, out _id);
        if (_isRepeated)
        {
            if (spooled is { } left) session.Discard(left);
            return;
        }
        _id = spooled ?? message.Id ?? session.NextId();
        session.Insert(_id, message, _envelope, pieces);
        if (spooled is not null) session.EndSpool(_id);
        if (_token is not null) session.Tokens.Add(_token, _id, message.Envelope.AcceptedAt);
    }

    public override void Done() => _outcome.TrySetResult(new EnqueueOutcome.Queued(_id) { IsRepeated = _isRepeated });

    public override void Failed(StorageFault fault, string detail) => _outcome.TrySetResult(new EnqueueOutcome.Refused(fault, detail));
}
