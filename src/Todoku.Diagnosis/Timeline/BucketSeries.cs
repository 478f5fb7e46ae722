using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Attempts over time in at most <see cref="MaxBuckets"/> buckets of equal length: minutes at first; when the log spans more, neighbours are
/// merged and the length doubles. Times that jump backwards extend the series to the left.
/// </summary>
internal sealed class BucketSeries
{
    /// <summary>The most buckets kept; after merging at least half as many are in use.</summary>
    public const int MaxBuckets = 512;

    private const long FirstWidth = TimeSpan.TicksPerMinute;

    // Sparse logs span years; past this width a time is taken to be a broken clock and goes into the nearest bucket.
    private const long MaxWidth = TimeSpan.TicksPerDay * 32;

    private Counts[] _buckets = [];
    private long _firstIndex;
    private int _used;
    private long _width = FirstWidth;

    public void Add(long utcTicks, DeliveryStatus status)
    {
        var index = utcTicks / _width;
        if (_used == 0) _firstIndex = index;
        while (!Covers(index) && _width < MaxWidth)
        {
            Merge();
            index = utcTicks / _width;
        }
        index = Math.Clamp(index, _firstIndex + _used - MaxBuckets, _firstIndex + MaxBuckets - 1);
        if (index < _firstIndex) ShiftRight((int)(_firstIndex - index));
        var place = (int)(index - _firstIndex);
        if (place >= _used) Extend(place + 1);
        _buckets[place].Add(status);
    }

    /// <summary>The buckets from the first to the last that hold attempts; empty ones between are included.</summary>
    public IReadOnlyList<TimeBucket> ToBuckets(TimeSpan offset)
    {
        var buckets = new TimeBucket[_used];
        for (var i = 0; i < _used; i++)
        {
            var start = new DateTimeOffset((_firstIndex + i) * _width, TimeSpan.Zero).ToOffset(offset);
            var counts = _buckets[i];
            buckets[i] = new TimeBucket(start, TimeSpan.FromTicks(_width), counts.Delivered, counts.Deferred, counts.Bounced);
        }
        return buckets;
    }

    private bool Covers(long index) =>
        index < _firstIndex ? _firstIndex + _used - index <= MaxBuckets : index - _firstIndex < MaxBuckets;

    private void Merge()
    {
        var width = _width * 2;
        var first = _firstIndex * _width / width;
        var merged = new Counts[_buckets.Length];
        for (var i = 0; i < _used; i++) merged[(_firstIndex + i) / 2 - first].Add(_buckets[i]);
        _used = _used == 0 ? 0 : (int)((_firstIndex + _used - 1) / 2 - first) + 1;
        (_buckets, _firstIndex, _width) = (merged, first, width);
    }

    private void Extend(int used)
    {
        if (used > _buckets.Length) Array.Resize(ref _buckets, Math.Min(MaxBuckets, Math.Max(used, _buckets.Length * 2)));
        _used = used;
    }

    private void ShiftRight(int by)
    {
        var before = _used;
        Extend(_used + by);
        Array.Copy(_buckets, 0, _buckets, by, before);
        Array.Clear(_buckets, 0, by);
        _firstIndex -= by;
    }

    private struct Counts
    {
        public uint Delivered;
        public uint Deferred;
        public uint Bounced;

        public void Add(DeliveryStatus status)
        {
            if (status == DeliveryStatus.Delivered) Delivered++;
            else if (status == DeliveryStatus.Deferred) Deferred++;
            else Bounced++;
        }

        public void Add(Counts other)
        {
            Delivered += other.Delivered;
            Deferred += other.Deferred;
            Bounced += other.Bounced;
        }
    }
}
