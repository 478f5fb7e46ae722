using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Queue;

/// <summary>
/// Keeps messages so that neither a crash nor a power cut loses one: what an operation answered as done is on the disk. It schedules nothing
/// (see <see cref="DeliveryQueue"/>). All members may be called by several threads at once; changes that come together share one sync of the disk. A change is cancelled before it
/// begins or not at all, so that it is always known whether it was made.
/// </summary>
public interface IMailQueue : IAsyncDisposable
{
    /// <summary>Whether it can be written now.</summary>
    QueueHealth Health { get; }

    /// <summary>Reads every entry, once, before anything else is asked.</summary>
    /// <param name="take">Is given each entry, in the order of their numbers.</param>
    ValueTask<LoadOutcome> LoadAsync(Action<StoredEntry> take);

    /// <summary>Queues a message with all its entries in one transaction, unless its submitter has queued one under the same key before.</summary>
    /// <param name="message">The message; its content must not change before this is answered.</param>
    /// <param name="cancellation">Looked at once, at the beginning.</param>
    ValueTask<EnqueueOutcome> EnqueueAsync(NewMessage message, CancellationToken cancellation);

    /// <summary>
    /// A number for a message that is to be queued (<see cref="NewMessage.Id"/>), so that it can say itself what it is called. Nobody else gets it, whatever becomes of the message, also after
    /// a crash. Seldom waits for the disk.
    /// </summary>
    /// <returns>The number; null when nothing can be written now.</returns>
    ValueTask<QueueId?> ReserveAsync();

    /// <summary>Begins a message whose content comes in pieces.</summary>
    /// <param name="id">Its number, reserved before; null for any.</param>
    IContentSpool Spool(QueueId? id = null);

    /// <summary>Keeps that attempts begin. No attempt may say DATA before this is done.</summary>
    ValueTask<WriteOutcome> BeginAsync(IReadOnlyList<AttemptRecord> attempts, CancellationToken cancellation);

    /// <summary>Keeps what became of entries, and queues notices to their senders, in one transaction. Unknown entries are passed over.</summary>
    ValueTask<WriteOutcome> SettleAsync(IReadOnlyList<EntryOutcome> outcomes, IReadOnlyList<NewMessage> notices, CancellationToken cancellation);

    /// <summary>A message with its entries; null when it is not queued or can't be read.</summary>
    StoredMessage? Find(QueueId id);

    /// <summary>What is still remembered of a message's recipients that left the queue, in their order; empty when nothing is, or it can't be read.</summary>
    IReadOnlyList<PastEntry> FindPast(QueueId id);

    /// <summary>Changes what is remembered of a recipient that left the queue; nothing when nothing is remembered.</summary>
    ValueTask<WriteOutcome> AmendAsync(PastEntry past, CancellationToken cancellation);

    /// <summary>Reads a piece of a message's content.</summary>
    /// <param name="id">The message.</param>
    /// <param name="piece">Which piece, from 0.</param>
    /// <param name="into">Where the piece goes; at least <see cref="MaxPieceLength"/> bytes.</param>
    /// <returns>The length of the piece; 0 past the end; -1 when it can't be read.</returns>
    int ReadContent(QueueId id, int piece, Span<byte> into);

    /// <summary>The most bytes of a piece of content.</summary>
    int MaxPieceLength { get; }
}
