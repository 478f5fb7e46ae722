using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Queue;

/// <summary>
/// Takes a large message piece by piece, in bounded memory. Its pieces are on the disk before the message is; what was not committed is gone
/// when the spool is disposed, or at the next start.
/// </summary>
public interface IContentSpool : IAsyncDisposable
{
    /// <summary>How many bytes were taken.</summary>
    long Length { get; }

    /// <summary>Takes the next piece. Waits while the disk is slower than the network.</summary>
    ValueTask<WriteOutcome> WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellation);

    /// <summary>Queues the message; its content is what was written. May be called once.</summary>
    /// <param name="envelope">The envelope; its size is replaced by <see cref="Length"/>.</param>
    /// <param name="lanes">The lane of each recipient.</param>
    /// <param name="cancellation">Looked at once, at the beginning.</param>
    ValueTask<EnqueueOutcome> CommitAsync(QueuedEnvelope envelope, IReadOnlyList<LaneKey> lanes, CancellationToken cancellation);
}
