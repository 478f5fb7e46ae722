using Todoku.Relay.Queue;

namespace Todoku.Relay.Operating.Metrics;

/// <summary>The age of the oldest entry of the queue. All entries are looked through for it, so the answer is kept for a while.</summary>
internal sealed class OldestEntry(DeliveryQueue queue, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private DateTimeOffset? _oldest;
    private long? _lookedAt;

    /// <summary>The age in seconds; 0 when the queue is empty.</summary>
    public double Seconds
    {
        get
        {
            lock (_gate)
            {
                if (_lookedAt is not { } at || time.GetElapsedTime(at) >= Kept) Look();
                return _oldest is { } oldest && queue.Count > 0 ? Math.Max(0, (queue.Now - oldest).TotalSeconds) : 0;
            }
        }
    }

    private void Look()
    {
        DateTimeOffset? oldest = null;
        queue.Scan(view => oldest = oldest is { } known && known <= view.AcceptedAt ? known : view.AcceptedAt, CancellationToken.None);
        (_oldest, _lookedAt) = (oldest, time.GetTimestamp());
    }
}
