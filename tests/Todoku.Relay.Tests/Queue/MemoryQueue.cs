using System.Collections.Concurrent;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Tests.Queue;

/// <summary>A queue that keeps nothing, with a disk that can be broken. Safe for several threads, as <see cref="IMailQueue"/> is.</summary>
internal sealed class MemoryQueue : IMailQueue
{
    private readonly ConcurrentDictionary<QueueId, NewMessage> _messages = [];
    private readonly ConcurrentDictionary<(string Submitter, string Key), QueueId> _keys = [];
    private readonly ConcurrentQueue<EntryOutcome> _settled = [];
    private readonly ConcurrentDictionary<EntryId, PastEntry> _amended = [];
    private long _last;
    private int _refused;

    public StorageFault? Fault { get; set; }

    public List<StoredEntry> Stored { get; } = [];

    public IReadOnlyList<EntryOutcome> Settled => [.. _settled];

    public int Refused => _refused;

    public QueueHealth Health => new(Fault, "", DateTimeOffset.UnixEpoch);

    public int MaxPieceLength => 1024;

    /// <summary>How many times it can't be read yet, since another process has it open.</summary>
    public int InUse { get; set; }

    /// <summary>How often it was read.</summary>
    public int Loads { get; private set; }

    public ValueTask<LoadOutcome> LoadAsync(Action<StoredEntry> take)
    {
        Loads++;
        if (InUse-- > 0) return new(new LoadOutcome.Failed(0, StorageFault.InUse, "queue.db.lock is open"));
        foreach (var entry in Stored) take(entry);
        return new(new LoadOutcome.Loaded(Stored.Count, 0));
    }

    public ValueTask<EnqueueOutcome> EnqueueAsync(NewMessage message, CancellationToken cancellation)
    {
        if (Fault is { } fault) return new(new EnqueueOutcome.Refused(fault, ""));
        if (message.Envelope.IdempotencyKey is not { } key) return new(new EnqueueOutcome.Queued(Keep(message)));
        var isNew = false;
        var id = _keys.GetOrAdd((message.Envelope.Submitter, key), _ =>
        {
            isNew = true;
            return Keep(message);
        });
        return new(new EnqueueOutcome.Queued(id) { IsRepeated = !isNew });
    }

    public ValueTask<QueueId?> ReserveAsync() => new(Fault is null ? new QueueId(Interlocked.Increment(ref _last)) : null);

    public IContentSpool Spool(QueueId? id = null) => throw new NotSupportedException();

    public ValueTask<WriteOutcome> BeginAsync(IReadOnlyList<AttemptRecord> attempts, CancellationToken cancellation) => new(Write([]));

    public ValueTask<WriteOutcome> SettleAsync(IReadOnlyList<EntryOutcome> outcomes, IReadOnlyList<NewMessage> notices, CancellationToken cancellation)
    {
        var written = Write([.. notices.Select(Keep)]);
        foreach (var outcome in written is WriteOutcome.Done ? outcomes : []) _settled.Enqueue(outcome);
        return new(written);
    }

    // What it was when it was queued; what became of its entries is not kept.
    public StoredMessage? Find(QueueId id)
    {
        if (!_messages.TryGetValue(id, out var message)) return null;
        var envelope = message.Envelope;
        return new StoredMessage(id, envelope, [.. envelope.Recipients.Select((recipient, i) => new QueueEntry(Entry(id, message, i), recipient, null))]);
    }

    public IReadOnlyList<PastEntry> FindPast(QueueId id) => [.. _settled.Select(one => one.Past).OfType<PastEntry>().Where(one => one.Entry.Message == id).Select(one => _amended.GetValueOrDefault(one.Entry, one))];

    public ValueTask<WriteOutcome> AmendAsync(PastEntry past, CancellationToken cancellation)
    {
        var written = Write([]);
        if (written is WriteOutcome.Done) _amended[past.Entry] = past;
        return new(written);
    }

    public int ReadContent(QueueId id, int piece, Span<byte> into)
    {
        if (!_messages.TryGetValue(id, out var message) || piece * MaxPieceLength >= message.Content.Length) return 0;
        var content = message.Content.Span[(piece * MaxPieceLength)..];
        content = content[..Math.Min(content.Length, MaxPieceLength)];
        content.CopyTo(into);
        return content.Length;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static StoredEntry Entry(QueueId id, NewMessage message, int recipient) => new()
    {
        Id = new EntryId(id, recipient),
        Lane = message.Lanes[recipient],
        Flow = SenderFlow.Of(message.Envelope),
        AcceptedAt = message.Envelope.AcceptedAt.ToUnixTimeMilliseconds(),
        Size = message.Envelope.Size,
    };

    private QueueId Keep(NewMessage message)
    {
        var id = message.Id ?? new QueueId(Interlocked.Increment(ref _last));
        _messages[id] = message;
        return id;
    }

    private WriteOutcome Write(IReadOnlyList<QueueId> messages)
    {
        if (Fault is not { } fault) return new WriteOutcome.Done(messages);
        Interlocked.Increment(ref _refused);
        return new WriteOutcome.Failed(fault, "");
    }
}
