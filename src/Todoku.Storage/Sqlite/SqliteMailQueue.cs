using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite.Native;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite;

/// <summary>
/// The queue of one machine in one SQLite file: write-ahead log, every commit synced, one writer that groups what comes together. Only one process
/// has it at a time. When it can't be written it refuses what is new, keeps what it has, and tries again by itself.
/// </summary>
public sealed class SqliteMailQueue : IMailQueue
{
    private static readonly TimeSpan SpaceInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ExpireInterval = TimeSpan.FromHours(1);

    private readonly QueueOptions _options;
    private readonly GroupWriter<WriteSession> _writer;
    private readonly NumberPool _numbers;
    private readonly SteadyClock _clock;
    private readonly ITimer _expire;
    private readonly Lock _reading = new();
    private readonly Lock _measuring = new();
    private ReadSession? _reader;
    private bool _isClosed;
    private long _measuredAt;
    private long _free = long.MaxValue;

    /// <summary>Opens the queue, or makes one. What is wrong with it is in <see cref="Health"/> and in the answer of <see cref="LoadAsync"/>.</summary>
    public SqliteMailQueue(QueueOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _clock) = (options, new SteadyClock(options.Time));
        _measuredAt = options.Time.GetTimestamp();
        _free = FreeSpace();
        _writer = new GroupWriter<WriteSession>(new(options.Path, "queue", () => new WriteSession(options))
        {
            Probe = static () => [new ProbeRequest(), ProbeRequest.Undo],
            ProbeInterval = options.ProbeInterval,
            Time = options.Time,
        });
        _numbers = new NumberPool(ChangeAsync);
        _expire = options.Time.CreateTimer(_ => _ = ExpireAsync(), null, ExpireInterval, ExpireInterval);
    }

    /// <inheritdoc/>
    public QueueHealth Health => _writer.Health is { IsWritable: true } health && IsSpaceLow(out var detail)
        ? health with { Fault = StorageFault.Full, Detail = detail }
        : _writer.Health;

    /// <inheritdoc/>
    public int MaxPieceLength => WriteSession.PieceLength;

    /// <inheritdoc/>
    public async ValueTask<LoadOutcome> LoadAsync(Action<StoredEntry> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        var request = new LoadRequest(take);
        _writer.Submit(request);
        return await request.Outcome.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<EnqueueOutcome> EnqueueAsync(NewMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellation.ThrowIfCancellationRequested();
        return await EnqueueAsync(message, null, 0).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IContentSpool Spool(QueueId? id = null) => new ContentSpool(this, id);

    /// <inheritdoc/>
    public ValueTask<QueueId?> ReserveAsync() => _numbers.TakeAsync();

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> BeginAsync(IReadOnlyList<AttemptRecord> attempts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        cancellation.ThrowIfCancellationRequested();
        return await ChangeAsync(new BeginRequest(attempts)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> SettleAsync(IReadOnlyList<EntryOutcome> outcomes, IReadOnlyList<NewMessage> notices, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(notices);
        foreach (var notice in notices) Check(notice);
        cancellation.ThrowIfCancellationRequested();
        return await ChangeAsync(new SettleRequest(outcomes, notices)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public StoredMessage? Find(QueueId id) => Read(reader => reader.Find(id), null);

    /// <inheritdoc/>
    public IReadOnlyList<PastEntry> FindPast(QueueId id) => Read(reader => reader.FindPast(id, _clock.Milliseconds), null) ?? [];

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> AmendAsync(PastEntry past, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(past);
        cancellation.ThrowIfCancellationRequested();
        return await ChangeAsync(new AmendRequest(past)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public int ReadContent(QueueId id, int piece, Span<byte> into)
    {
        lock (_reading)
        {
            try
            {
                return Reader()?.ReadPiece(id, piece, into) ?? -1;
            }
            catch (SqliteException)
            {
                CloseReader();
                return -1;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _expire.Dispose();
        lock (_reading)
        {
            _isClosed = true;
            CloseReader();
        }
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<EnqueueOutcome> EnqueueAsync(NewMessage message, QueueId? spooled, int pieces)
    {
        Check(message);
        if (IsSpaceLow(out var detail)) return Task.FromResult<EnqueueOutcome>(new EnqueueOutcome.Refused(StorageFault.Full, detail));
        var request = new EnqueueRequest(message, spooled, pieces);
        _writer.Submit(request);
        return request.Outcome;
    }

    internal async ValueTask<(QueueId Id, WriteOutcome Outcome)> KeepAsync(QueueId? id, int piece, ReadOnlyMemory<byte> content)
    {
        if (IsSpaceLow(out var detail)) return (default, new WriteOutcome.Failed(StorageFault.Full, detail));
        var request = new PieceRequest(id, piece, content);
        var outcome = await ChangeAsync(request).ConfigureAwait(false);
        return (request.Id, outcome);
    }

    internal async ValueTask DiscardAsync(QueueId id) => await ChangeAsync(new DiscardRequest(id)).ConfigureAwait(false);

    // What is too old goes also when nothing comes any more: in pieces, so that mail does not wait for it.
    private async Task ExpireAsync()
    {
        ExpireRequest request;
        do request = new ExpireRequest(_clock.Milliseconds);
        while (await ChangeAsync(request).ConfigureAwait(false) is WriteOutcome.Done && request.IsMore);
    }

    private Task<WriteOutcome> ChangeAsync(ChangeRequest<WriteSession> request)
    {
        _writer.Submit(request);
        return request.Outcome;
    }

    private static void Check(NewMessage message)
    {
        var count = message.Envelope.Recipients.Count;
        if (count is 0 or > EntryId.MaxRecipients) throw new ArgumentException($"A message in the queue has 1 to {EntryId.MaxRecipients} recipients.", nameof(message));
        if (message.Lanes.Count != count) throw new ArgumentException("Each recipient needs its lane.", nameof(message));
        if (message.Envelope.IdempotencyKey is { Length: > QueuedEnvelope.MaxKeyLength }) throw new ArgumentException($"An idempotency key has {QueuedEnvelope.MaxKeyLength} characters at the most.", nameof(message));
    }

    private T? Read<T>(Func<ReadSession, T?> read, T? otherwise)
    {
        lock (_reading)
        {
            try
            {
                return Reader() is { } reader ? read(reader) : otherwise;
            }
            catch (SqliteException)
            {
                CloseReader();
                return otherwise;
            }
        }
    }

    private ReadSession? Reader() => _isClosed ? null : _reader ??= new ReadSession(_options.Path);

    private void CloseReader()
    {
        _reader?.Dispose();
        _reader = null;
    }

    private bool IsSpaceLow(out string detail)
    {
        lock (_measuring)
        {
            var now = _options.Time.GetTimestamp();
            if (_options.Time.GetElapsedTime(_measuredAt, now) >= SpaceInterval) (_measuredAt, _free) = (now, FreeSpace());
            detail = _free < _options.LeastFree ? $"{_free} bytes free, {_options.LeastFree} wanted" : "";
            return detail.Length > 0;
        }
    }

    private long FreeSpace()
    {
        try
        {
            return _options.FreeSpace(_options.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Not known; the database will say when there is none.
            return long.MaxValue;
        }
    }
}
