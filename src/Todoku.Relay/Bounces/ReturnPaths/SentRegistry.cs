using System.Text;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;

namespace Todoku.Relay.Bounces.ReturnPaths;

/// <summary>
/// Remembers the recipients of messages that left with a return path of their own. Records are written together once a second, beside the mail's own way, many in
/// one row; they are read from the disk when a bounce comes, and take no memory before. A crash may lose the last second: such a bounce is
/// logged, but nobody can be told of it.
/// </summary>
public sealed class SentRegistry : IAttemptObserver, IAsyncDisposable
{
    // The messages of one kind of rows: what is read when a bounce comes.
    private const int BucketBits = 10;

    private readonly IRelayState _state;
    private readonly SteadyClock _clock;
    private readonly SentRegistryOptions _options;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _writing = new(1);
    private Dictionary<EntryId, SentRecord> _waiting = [];
    private Dictionary<EntryId, SentRecord> _beingWritten = [];
    private (int Day, int Count) _today;
    private long _lost;

    public SentRegistry(IRelayState state, SteadyClock clock, SentRegistryOptions options)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        (_state, _clock, _options) = (state, clock, options);
        _timer = clock.Time.CreateTimer(_ => _ = WriteAsync(), null, options.Interval, options.Interval);
    }

    /// <summary>Records that were not kept: too many at once, too many in a day, or the disk would not take them.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <inheritdoc/>
    public void Attempted(AttemptReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Decision.Action != DeliveryAction.Delivered || report.Envelope.VerpDomain is null) return;
        if (SentRecord.Of(report.Entry, report.Envelope, report.Provider, report.Path, report.At) is not { } record) return;
        lock (_gate)
        {
            var day = (int)(report.At.ToUnixTimeSeconds() / 86400);
            if (day != _today.Day) _today = (day, 0);
            if (_waiting.Count >= _options.MostWaiting || _today.Count >= _options.MostPerDay)
            {
                Interlocked.Increment(ref _lost);
                return;
            }
            _today.Count++;
            _waiting[record.Entry] = record;
        }
    }

    /// <summary>What is known of an entry; null when nothing is.</summary>
    public async ValueTask<SentRecord?> FindAsync(EntryId entry)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(entry, out var waiting) || _beingWritten.TryGetValue(entry, out waiting)) return waiting;
        }
        SentRecord? found = null;
        await _state.LoadAsync(KindOf(entry.Message), row =>
        {
            foreach (var record in SentRecordCodec.Read(row.Value))
                if (record.Entry == entry && (found is null || record.SentAt > found.SentAt)) found = record;
        }).ConfigureAwait(false);
        return found;
    }

    /// <summary>Writes what waits.</summary>
    public async Task WriteAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            lock (_gate)
            {
                if (_waiting.Count == 0) return;
                (_beingWritten, _waiting) = (_waiting, []);
            }
            var outcome = await _state.PutAsync([.. RowsOf(_beingWritten.Values)], CancellationToken.None).ConfigureAwait(false);
            lock (_gate)
            {
                if (outcome is WriteOutcome.Failed) PutBack(_beingWritten.Values);
                _beingWritten = [];
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        await WriteAsync().ConfigureAwait(false);
        _writing.Dispose();
    }

    // The disk may take them next time.
    private void PutBack(IEnumerable<SentRecord> records)
    {
        foreach (var record in records)
        {
            if (_waiting.Count < _options.MostWaiting) _waiting.TryAdd(record.Entry, record);
            else Interlocked.Increment(ref _lost);
        }
    }

    private static string KindOf(QueueId message) => $"sent.{message.Value >> BucketBits:x}";

    private IEnumerable<StateRow> RowsOf(IEnumerable<SentRecord> records)
    {
        var expires = _clock.Now + _options.Lifetime;
        foreach (var bucket in records.OrderBy(record => record.Entry.Value).GroupBy(record => KindOf(record.Entry.Message)))
        {
            var left = new Queue<SentRecord>(bucket);
            while (left.Count > 0)
            {
                var first = left.Peek().Entry;
                using var value = new MemoryStream();
                using var output = new BinaryWriter(value, Encoding.UTF8);
                // The largest record, seven texts of 1,024 characters, is under a row's limit only by its own: a fresh row takes it.
                while (left.Count > 0 && (value.Length == 0 || value.Length + SizeOf(left.Peek()) <= StateRow.MaxValueLength)) SentRecordCodec.Write(output, left.Dequeue());
                if (value.Length > StateRow.MaxValueLength)
                {
                    Interlocked.Increment(ref _lost);
                    continue;
                }
                yield return new StateRow(bucket.Key, $"{first.Value:x}.{_clock.Milliseconds:x}", value.ToArray(), expires);
            }
        }
    }

    private static int SizeOf(SentRecord record) =>
        64 + (3 * (record.Recipient.Length + record.Sender.Length + record.AuthorDomain.Length + record.Provider.Length + record.Path.Length + record.EnvelopeId.Length + record.OriginalRecipient.Length));
}
