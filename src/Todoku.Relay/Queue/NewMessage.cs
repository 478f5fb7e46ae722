namespace Todoku.Relay.Queue;

/// <summary>A message to be queued whole.</summary>
/// <param name="Envelope">Its envelope.</param>
/// <param name="Lanes">The lane of each recipient, in the order of the envelope.</param>
/// <param name="Content">Its content with CRLF line ends; a small one, larger ones go through <see cref="IContentSpool"/>.</param>
public sealed record NewMessage(QueuedEnvelope Envelope, IReadOnlyList<LaneKey> Lanes, ReadOnlyMemory<byte> Content)
{
    /// <summary>Its number, reserved before (<see cref="IMailQueue.ReserveAsync"/>); null: the queue gives it one.</summary>
    public QueueId? Id { get; init; }
}
