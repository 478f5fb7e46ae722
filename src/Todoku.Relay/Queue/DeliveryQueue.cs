using Todoku.Relay.Queue.Lanes;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Queue;

/// <summary>
/// The queue as intake and delivery use it: what <see cref="IMailQueue"/> keeps, scheduled by a <see cref="LaneScheduler"/> in memory. Every change is
/// on the disk before it counts, with one exception: an attempt that was made can't be unmade, so its outcome counts at once, and is written
/// again and again until the disk takes it. Until then no second attempt for that entry begins. Safe for several threads.
/// </summary>
public sealed class DeliveryQueue : IAsyncDisposable
{
    private const long LongestTimer = 60_000;

    private static readonly TimeSpan RetryWrite = TimeSpan.FromSeconds(1);

    private readonly IMailQueue _store;
    private readonly SteadyClock _clock;
    private readonly LaneScheduler _scheduler = new();
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly List<ScheduledEntry> _leased = [];
    private readonly SemaphoreSlim _wake = new(0);
    private readonly ITimer _timer;
    private int _waiting;
    private long? _timerFor;

    private DeliveryQueue(IMailQueue store, SteadyClock clock)
    {
        (_store, _clock) = (store, clock);
        _timer = clock.Time.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether messages are accepted now.</summary>
    public QueueHealth Health => _store.Health;

    /// <summary>How many entries are queued.</summary>
    public int Count
    {
        get { lock (_gate) return _scheduler.Count; }
    }

    /// <summary>How the queue was read at the start.</summary>
    public LoadOutcome Loaded { get; private set; } = new LoadOutcome.Loaded(0, 0);

    /// <summary>Reads the queue and begins to schedule it.</summary>
    /// <param name="store">Where it is kept. Closed by <see cref="DisposeAsync"/>.</param>
    /// <param name="clock">The time to schedule by.</param>
    /// <param name="patience">How long to wait for another process that has it open: <c>todoku queue</c> of an administrator, a relay that ends.</param>
    public static async ValueTask<DeliveryQueue> OpenAsync(IMailQueue store, SteadyClock clock, TimeSpan patience = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        var queue = new DeliveryQueue(store, clock);
        var now = clock.Milliseconds;
        // A time further away than any wait was written under a clock that was wrong.
        var latest = now + (long)(Retry.RetryPolicy.LongestNamed.TotalMilliseconds * 2);
        queue.Loaded = await PatientLoad.LoadAsync(store, entry => queue._scheduler.Add(entry.Due > latest ? entry with { Due = now } : entry, now), clock, patience).ConfigureAwait(false);
        return queue;
    }

    /// <summary>Queues a message. Only <see cref="EnqueueOutcome.Queued"/> allows 250.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Looked at once, at the beginning.</param>
    /// <param name="onQueued">Is told its number when it is on the disk and before it is scheduled, unless it is there already; null when nobody asks.</param>
    public async ValueTask<EnqueueOutcome> EnqueueAsync(NewMessage message, CancellationToken cancellation, Action<QueueId>? onQueued = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        // Not cancelled half-way: a message that is on the disk must be scheduled.
        cancellation.ThrowIfCancellationRequested();
        var outcome = await _store.EnqueueAsync(message, CancellationToken.None).ConfigureAwait(false);
        if (outcome is EnqueueOutcome.Queued { IsRepeated: false } queued)
        {
            onQueued?.Invoke(queued.Id);
            Schedule(queued.Id, message.Envelope, message.Lanes);
        }
        return outcome;
    }

    /// <summary>Begins a message whose content comes in pieces; <see cref="CommitAsync"/> queues it.</summary>
    /// <param name="id">Its number, reserved before; null for any.</param>
    public IContentSpool Spool(QueueId? id = null) => _store.Spool(id);

    /// <summary>A number for a message on its way in (<see cref="IMailQueue.ReserveAsync"/>); null when nothing can be written now.</summary>
    public ValueTask<QueueId?> ReserveAsync() => _store.ReserveAsync();

    /// <summary>Queues a message that was spooled.</summary>
    public async ValueTask<EnqueueOutcome> CommitAsync(IContentSpool spool, QueuedEnvelope envelope, IReadOnlyList<LaneKey> lanes)
    {
        ArgumentNullException.ThrowIfNull(spool);
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(lanes);
        var outcome = await spool.CommitAsync(envelope, lanes, CancellationToken.None).ConfigureAwait(false);
        if (outcome is EnqueueOutcome.Queued { IsRepeated: false } queued) Schedule(queued.Id, envelope with { Size = spool.Length }, lanes);
        return outcome;
    }

    /// <summary>Waits for the message whose turn it is.</summary>
    /// <param name="maxRecipients">The most recipients.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<LeasedBatch> LeaseAsync(int maxRecipients, CancellationToken cancellation)
    {
        while (true)
        {
            lock (_gate)
            {
                if (Lease(maxRecipients) is { } batch)
                {
                    // There may be more, and who makes a change wakes one alone.
                    Signal();
                    return batch;
                }
                _waiting++;
                WakeWhenDue();
            }
            try
            {
                await _wake.WaitAsync(cancellation).ConfigureAwait(false);
            }
            finally
            {
                lock (_gate) _waiting--;
            }
        }
    }

    /// <summary>Leases the message whose turn it is, if there is one.</summary>
    /// <param name="maxRecipients">The most recipients.</param>
    public LeasedBatch? TryLease(int maxRecipients)
    {
        lock (_gate) return Lease(maxRecipients);
    }

    /// <summary>Keeps that attempts begin. Unless this is done no DATA may be said, and the entries are to be returned.</summary>
    public async ValueTask<WriteOutcome> BeginAsync(IReadOnlyList<AttemptRecord> attempts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        var outcome = await _store.BeginAsync(attempts, cancellation).ConfigureAwait(false);
        if (outcome is not WriteOutcome.Done) return outcome;
        lock (_gate)
            foreach (var attempt in attempts) _scheduler.Attempt(attempt.Entry);
        return outcome;
    }

    /// <summary>Gives leased entries back that were not attempted.</summary>
    public void Return(IEnumerable<EntryId> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_gate)
        {
            var now = _clock.Milliseconds;
            foreach (var entry in entries) _scheduler.Return(entry, now);
            Signal();
        }
    }

    /// <summary>
    /// Moves entries, leased or not, to another lane: the one that their domain turned out to belong to. Those that were leased are given back
    /// there. The database learns of it when it keeps the entry next; until then they would be moved again after a restart.
    /// </summary>
    public void Rebind(IEnumerable<EntryId> entries, LaneKey lane)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_gate)
        {
            var now = _clock.Milliseconds;
            foreach (var entry in entries) _scheduler.Rebind(entry, lane, now);
            Signal();
        }
    }

    /// <summary>Keeps what became of leased entries, and queues notices to their senders with it. Tries until the disk takes it or the queue is closed.</summary>
    /// <returns>Failed only when the queue was closed first; then the entries are sent again after the next start, marked.</returns>
    public async ValueTask<WriteOutcome> SettleAsync(IReadOnlyList<EntryOutcome> outcomes, IReadOnlyList<NewMessage> notices)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(notices);
        outcomes = WithLanes(outcomes);
        while (true)
        {
            var written = await _store.SettleAsync(outcomes, notices, CancellationToken.None).ConfigureAwait(false);
            if (written is WriteOutcome.Done done)
            {
                Apply(outcomes, notices, done);
                return written;
            }
            if (written is WriteOutcome.Failed { Fault: StorageFault.Closed } || _closing.IsCancellationRequested) return written;
            try
            {
                await Task.Delay(RetryWrite, _clock.Time, _closing.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return written;
            }
        }
    }

    /// <summary>Holds, releases or drops entries for an administrator; those that are being sent are left alone.</summary>
    public async ValueTask<AdminOutcome> ChangeAsync(IReadOnlyList<EntryOutcome> wishes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        cancellation.ThrowIfCancellationRequested();
        var taken = new List<EntryOutcome>(wishes.Count);
        var before = new List<(EntryId Entry, EntryState State, long Due)>(wishes.Count);
        int sending = 0, unknown = 0;
        lock (_gate)
        {
            foreach (var wish in wishes)
            {
                var state = _scheduler.StateOf(wish.Entry);
                if (state is null) unknown++;
                else if (state == EntryState.Leased) sending++;
                else
                {
                    // Not sent while the change is written.
                    before.Add((wish.Entry, state.Value, _scheduler.DueOf(wish.Entry) ?? 0));
                    _scheduler.Hold(wish.Entry);
                    taken.Add(wish);
                }
            }
        }
        var changes = WithLanes(taken);
        var written = await _store.SettleAsync(changes, [], CancellationToken.None).ConfigureAwait(false);
        if (written is WriteOutcome.Done done)
        {
            Apply(changes, [], done);
            return new AdminOutcome(taken.Count, sending, unknown, null);
        }
        lock (_gate)
        {
            foreach (var (entry, state, due) in before)
                if (state == EntryState.Waiting) _scheduler.Defer(entry, due, _clock.Milliseconds);
            Signal();
        }
        return new AdminOutcome(0, sending, unknown, (WriteOutcome.Failed)written);
    }

    /// <summary>Sets how many entries of a lane may be leased at once; null for no limit.</summary>
    public void SetLimit(LaneKey lane, int? limit)
    {
        lock (_gate)
        {
            _scheduler.SetLimit(lane, limit);
            Signal();
        }
    }

    /// <summary>Gives leased entries back that a path could not take for now, and holds the path back in their lane until a time: what goes by another path goes on.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="path">The path.</param>
    /// <param name="until">Until when.</param>
    /// <param name="entries">The entries.</param>
    public void HoldBack(LaneKey lane, string path, DateTimeOffset until, IReadOnlyList<EntryId> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_gate)
        {
            var now = _clock.Milliseconds;
            foreach (var entry in entries) _scheduler.Return(entry, now);
            _scheduler.HoldBack(lane, path, until.ToUnixTimeMilliseconds(), entries, now);
            Signal();
        }
    }

    /// <summary>The path that a due entry waits for; null when it waits for none.</summary>
    public HeldPath? WaitsFor(EntryId id)
    {
        lock (_gate) return _scheduler.WaitsFor(id);
    }

    /// <summary>The counts of all lanes.</summary>
    public IReadOnlyList<LaneCounts> Lanes()
    {
        lock (_gate) return [.. _scheduler.Lanes];
    }

    /// <summary>The time by which mail is scheduled.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>Shows all entries, in no order and not all at one moment: the queue goes on in between.</summary>
    /// <param name="visit">Is given each entry; while it runs the queue waits.</param>
    /// <param name="cancellation">Ends it.</param>
    public void Scan(Action<EntryView> visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var from = 0;
        while (from >= 0)
        {
            cancellation.ThrowIfCancellationRequested();
            lock (_gate) from = _scheduler.Scan(from, visit);
        }
    }

    /// <summary>What is known of an entry now, without the disk; null when it is not queued.</summary>
    public EntryView? View(EntryId id)
    {
        lock (_gate) return _scheduler.View(id);
    }

    /// <summary>A message with its entries, for sending and showing it; null when it is not queued.</summary>
    public StoredMessage? Find(QueueId id) => _store.Find(id);

    /// <summary>What is still remembered of a message's recipients that left the queue. One that leaves it meanwhile is found here as soon as it is not found in the queue.</summary>
    public IReadOnlyList<PastEntry> FindPast(QueueId id) => _store.FindPast(id);

    /// <summary>Changes what is remembered of a recipient that left the queue.</summary>
    public ValueTask<WriteOutcome> AmendAsync(PastEntry past, CancellationToken cancellation) => _store.AmendAsync(past, cancellation);

    /// <summary>The most bytes of a piece of content.</summary>
    public int MaxPieceLength => _store.MaxPieceLength;

    /// <summary>Reads a piece of a message's content.</summary>
    public int ReadContent(QueueId id, int piece, Span<byte> into) => _store.ReadContent(id, piece, into);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _timer.DisposeAsync().ConfigureAwait(false);
        await _store.DisposeAsync().ConfigureAwait(false);
        _closing.Dispose();
        _wake.Dispose();
    }

    private void Apply(IReadOnlyList<EntryOutcome> outcomes, IReadOnlyList<NewMessage> notices, WriteOutcome.Done done)
    {
        lock (_gate)
        {
            var now = _clock.Milliseconds;
            foreach (var outcome in outcomes)
            {
                if (outcome.IsFinal) _scheduler.Remove(outcome.Entry);
                else if (outcome is EntryOutcome.Held) _scheduler.Hold(outcome.Entry);
                else if (outcome is EntryOutcome.Deferred deferred) _scheduler.Defer(outcome.Entry, deferred.DueAt.ToUnixTimeMilliseconds(), now);
                else if (outcome is EntryOutcome.Released released) _scheduler.Defer(outcome.Entry, released.DueAt.ToUnixTimeMilliseconds(), now);
                if (outcome is EntryOutcome.Deferred { Result: var result } failed) _scheduler.Failed(outcome.Entry, result.Cause, failed.TellsDelay, failed.IsPossiblyTwice);
                else if (outcome is EntryOutcome.Held { Result: { } reason }) _scheduler.Failed(outcome.Entry, reason.Cause, tellsDelay: false, isPossiblyTwice: false);
                if (outcome.MovedTo is { } lane) _scheduler.Moved(outcome.Entry, lane);
            }
            for (var i = 0; i < notices.Count; i++) AddEntries(done.Messages[i], notices[i].Envelope, notices[i].Lanes, now);
            Signal();
        }
    }

    private IReadOnlyList<EntryOutcome> WithLanes(IReadOnlyList<EntryOutcome> outcomes)
    {
        lock (_gate)
        {
            if (!outcomes.Any(outcome => !outcome.IsFinal && _scheduler.MovedTo(outcome.Entry) is not null)) return outcomes;
            return [.. outcomes.Select(outcome => outcome.IsFinal ? outcome : outcome with { MovedTo = _scheduler.MovedTo(outcome.Entry) })];
        }
    }

    private void Schedule(QueueId id, QueuedEnvelope envelope, IReadOnlyList<LaneKey> lanes)
    {
        lock (_gate)
        {
            AddEntries(id, envelope, lanes, _clock.Milliseconds);
            Signal();
        }
    }

    private void AddEntries(QueueId id, QueuedEnvelope envelope, IReadOnlyList<LaneKey> lanes, long now)
    {
        var flow = SenderFlow.Of(envelope);
        for (var i = 0; i < lanes.Count; i++)
        {
            var entry = new StoredEntry { Id = new EntryId(id, i), Lane = lanes[i], Flow = flow, AcceptedAt = envelope.AcceptedAt.ToUnixTimeMilliseconds(), Size = envelope.Size };
            _scheduler.Add(entry, now);
        }
    }

    // Under the lock, as the next two.
    private LeasedBatch? Lease(int maxRecipients) => _scheduler.TryLease(_clock.Milliseconds, maxRecipients, _leased, out var lane) ? new LeasedBatch(lane, [.. _leased]) : null;

    // Wakes one who waits, if anybody does; when it finds something it wakes the next.
    private void Signal()
    {
        if (_waiting > 0 && _wake.CurrentCount == 0) _wake.Release();
    }

    private void WakeWhenDue()
    {
        if (_scheduler.NextDue is not { } due || _timerFor == due) return;
        _timerFor = due;
        // The steady clock may run faster than the timer's.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Clamp(due - _clock.Milliseconds, 1, LongestTimer)), Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            _timerFor = null;
            Signal();
        }
    }
}
