using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Tests.Queue;

/// <summary>A queue that keeps nothing, with a disk that can be broken.</summary>
internal sealed class MemoryQueue : IMailQueue
{
    private long _next = 1;

    public StorageFault? Fault { get; set; }

    public List<StoredEntry> Stored { get; } = [];

    public List<EntryOutcome> Settled { get; } = [];

    public int Refused { get; private set; }

    public QueueHealth Health => new(Fault, "", DateTimeOffset.UnixEpoch);

    public int MaxPieceLength => 1024;

    public ValueTask<LoadOutcome> LoadAsync(Action<StoredEntry> take)
    {
        foreach (var entry in Stored) take(entry);
        return new(new LoadOutcome.Loaded(Stored.Count, 0));
    }

    public ValueTask<EnqueueOutcome> EnqueueAsync(NewMessage message, CancellationToken cancellation) =>
        new(Fault is { } fault ? new EnqueueOutcome.Refused(fault, "") : new EnqueueOutcome.Queued(new QueueId(_next++)));

    public IContentSpool Spool() => throw new NotSupportedException();

    public ValueTask<WriteOutcome> BeginAsync(IReadOnlyList<AttemptRecord> attempts, CancellationToken cancellation) => new(Write([]));

    public ValueTask<WriteOutcome> SettleAsync(IReadOnlyList<EntryOutcome> outcomes, IReadOnlyList<NewMessage> notices, CancellationToken cancellation)
    {
        var written = Write([.. notices.Select(_ => new QueueId(_next++))]);
        if (written is WriteOutcome.Done) Settled.AddRange(outcomes);
        return new(written);
    }

    public StoredMessage? Find(QueueId id) => null;

    public int ReadContent(QueueId id, int piece, Span<byte> into) => 0;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private WriteOutcome Write(IReadOnlyList<QueueId> messages)
    {
        if (Fault is not { } fault) return new WriteOutcome.Done(messages);
        Refused++;
        return new WriteOutcome.Failed(fault, "");
    }
}
