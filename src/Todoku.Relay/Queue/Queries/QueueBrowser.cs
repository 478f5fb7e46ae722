using Todoku.Relay.Queue.Lanes;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Queue.Queries;

/// <summary>
/// Lists, counts and changes what is queued, for an administrator. What the scheduler knows (lane, flow, state, age, cause) is asked of it first; only
/// messages that pass are read from the disk. Everything is done in pieces, so that mail goes on meanwhile: what comes or goes during a
/// list may be in it or not.
/// </summary>
public sealed class QueueBrowser(DeliveryQueue queue)
{
    /// <summary>The most lines of a page.</summary>
    public const int MaxPage = 1000;

    // What one page reads from the disk at the most, however few of it are asked for.
    private const int MaxRead = 5000;

    // What is written in one transaction when many entries are changed.
    private const int ChangedAtOnce = 500;

    /// <summary>A page of the entries of a query, by number.</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="max">The most lines, at most <see cref="MaxPage"/>.</param>
    /// <param name="after">Only those behind this one; null from the beginning.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public QueuePage List(QueueQuery query, int max, EntryId? after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        max = Math.Min(max, MaxPage);
        var filter = new QueueFilter(query);
        var candidates = Candidates(filter, filter.NeedsEnvelope ? MaxRead : max, after, cancellation);
        var items = new List<QueueItem>();
        StoredMessage? message = null;
        for (var i = 0; i < candidates.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var view = candidates[i];
            if (message?.Id != view.Id.Message) message = queue.Find(view.Id.Message);
            if (message is not null && ItemOf(message, view) is { } item && filter.Passes(item)) items.Add(item);
            if (items.Count == max && i + 1 < candidates.Count) return new QueuePage(items, view.Id);
        }
        var isFull = candidates.Count == (filter.NeedsEnvelope ? MaxRead : max);
        return new QueuePage(items, isFull ? candidates[^1].Id : null);
    }

    /// <summary>The entries of one message as they stand now; null when it is not queued.</summary>
    public ListedMessage? Find(QueueId id)
    {
        if (queue.Find(id) is not { } message) return null;
        var items = new List<QueueItem>(message.Entries.Count);
        foreach (var entry in message.Entries)
        {
            // One that is gone from the scheduler was settled while this looks.
            if (queue.View(entry.Stored.Id) is { } view && ItemOf(message, view) is { } item) items.Add(item);
        }
        return items.Count == 0 ? null : new ListedMessage(message.Id, message.Envelope, items);
    }

    /// <summary>The queue by lane and age; counted in memory.</summary>
    /// <param name="maxLanes">The most lanes to name.</param>
    /// <param name="cancellation">Ends the counting.</param>
    public QueueShape Shape(int maxLanes, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLanes, 1);
        var now = queue.Now;
        var counts = new Dictionary<LaneKey, ShapeCount>();
        queue.Scan(view => Count(view).Add(now - view.AcceptedAt, view.State), cancellation);
        var ordered = counts.OrderByDescending(row => row.Value.Total).ThenBy(row => row.Key.Name, StringComparer.Ordinal).ToList();
        var rows = ordered.Take(maxLanes).Select(row => row.Value.ToRow(row.Key)).ToList();
        var (others, sum) = (new ShapeCount(), new ShapeCount());
        foreach (var row in ordered.Skip(maxLanes)) others.Add(row.Value);
        foreach (var row in ordered) sum.Add(row.Value);
        if (others.Total > 0) rows.Add(others.ToRow(null));
        return new QueueShape(rows, sum.ToRow(null));

        ShapeCount Count(in EntryView view)
        {
            if (counts.TryGetValue(view.Lane, out var count)) return count;
            counts.Add(view.Lane, count = new ShapeCount());
            return count;
        }
    }

    /// <summary>Changes all entries of a query, in pieces; those that are being sent are left alone.</summary>
    /// <returns>The sum; with a failure, what was changed before it.</returns>
    public async Task<AdminOutcome> ChangeAsync(QueueQuery query, QueueChange change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var sum = new AdminOutcome(0, 0, 0, null);
        EntryId? after = null;
        do
        {
            var page = List(query, ChangedAtOnce, after, cancellation);
            after = page.Next;
            var sending = page.Items.Count(item => item.Entry.Stored.State == EntryState.Leased);
            var wishes = page.Items.Where(item => Applies(change, item.Entry.Stored.State)).Select(item => WishOf(change, item)).ToList();
            sum = sum with { BeingSent = sum.BeingSent + sending, Matched = sum.Matched + page.Items.Count };
            if (wishes.Count == 0) continue;
            var done = await queue.ChangeAsync(wishes, cancellation).ConfigureAwait(false);
            sum = sum with { Changed = sum.Changed + done.Changed, BeingSent = sum.BeingSent + done.BeingSent, Unknown = sum.Unknown + done.Unknown, Failure = done.Failure };
        }
        while (after is not null && sum.Failure is null);
        return sum;
    }

    private static bool Applies(QueueChange change, EntryState state) => change switch
    {
        QueueChange.Hold or QueueChange.Retry => state == EntryState.Waiting,
        QueueChange.Release => state == EntryState.Held,
        _ => state != EntryState.Leased,
    };

    private EntryOutcome WishOf(QueueChange change, QueueItem item) => change switch
    {
        QueueChange.Hold => new EntryOutcome.Held(item.Entry.Stored.Id, null),
        QueueChange.Drop => new EntryOutcome.Dropped(item.Entry.Stored.Id) { Past = item.Envelope.KeepsOutcome ? PastOf(item) : null },
        _ => new EntryOutcome.Released(item.Entry.Stored.Id, queue.Now),
    };

    private PastEntry PastOf(QueueItem item) => PastEntry.Of(item.Entry.Stored.Id, item.Envelope, item.Entry.Recipient.Address, FinalState.Dropped, queue.Now) with
    {
        Attempts = item.Entry.Stored.Attempts,
        Cause = item.Entry.LastAttempt?.Cause,
        Reply = item.Entry.LastAttempt?.Reply ?? "",
    };

    // The first ones by number. What is kept is bounded, so the whole queue is looked through for each page; that is some milliseconds a million.
    private List<EntryView> Candidates(QueueFilter filter, int max, EntryId? after, CancellationToken cancellation)
    {
        var now = queue.Now;
        var first = new PriorityQueue<EntryView, long>();
        queue.Scan(
            view =>
            {
                if (view.Id.Value <= (after?.Value ?? 0) || !filter.Passes(view, now)) return;
                if (first.Count < max) first.Enqueue(view, -view.Id.Value);
                else if (first.TryPeek(out _, out var last) && -view.Id.Value > last) first.EnqueueDequeue(view, -view.Id.Value);
            },
            cancellation);
        var views = new List<EntryView>(first.Count);
        while (first.TryDequeue(out var view, out _)) views.Add(view);
        views.Reverse();
        return views;
    }

    // State and time are the scheduler's: the disk does not know who is being sent.
    private static QueueItem? ItemOf(StoredMessage message, in EntryView view)
    {
        var id = view.Id;
        var entry = message.Entries.FirstOrDefault(one => one.Stored.Id == id);
        if (entry is null) return null;
        var stored = entry.Stored with { State = view.State, Due = view.Due.ToUnixTimeMilliseconds(), Lane = view.Lane, Attempts = view.Attempts };
        return new QueueItem(message.Envelope, entry with { Stored = stored });
    }
}
