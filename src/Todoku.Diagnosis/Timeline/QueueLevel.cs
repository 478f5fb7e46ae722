namespace Todoku.Diagnosis.Timeline;

/// <summary>How many messages came into and went out of the queue over time, in buckets that double their width.</summary>
internal sealed class QueueLevel
{
    private const int MaxBuckets = 64;

    private readonly long[] _in = new long[MaxBuckets];
    private readonly long[] _out = new long[MaxBuckets];
    private long _first = -1;
    private long _width = TimeSpan.TicksPerMinute;
    private int _used;

    public long Queued { get; private set; }

    public long Removed { get; private set; }

    public void Add(long utcTicks, bool isRemoval)
    {
        if (_first < 0) _first = utcTicks - utcTicks % TimeSpan.TicksPerMinute;
        while ((utcTicks - _first) / _width >= MaxBuckets) Double();
        // A clock that jumps back counts into the first bucket.
        var place = (int)Math.Max(0, (utcTicks - _first) / _width);
        _used = Math.Max(_used, place + 1);
        if (isRemoval) (_out[place], Removed) = (_out[place] + 1, Removed + 1);
        else (_in[place], Queued) = (_in[place] + 1, Queued + 1);
    }

    /// <summary>Messages more in the queue at the end of each quarter of the time than at the start; empty when the log is too short.</summary>
    public IReadOnlyList<long> Quarters()
    {
        if (_used < 4) return [];
        var quarters = new long[4];
        long level = 0;
        for (var i = 0; i < _used; i++)
        {
            level += _in[i] - _out[i];
            quarters[Math.Min(3, i * 4 / _used)] = level;
        }
        return quarters;
    }

    private void Double()
    {
        _width *= 2;
        for (var i = 0; i < MaxBuckets; i++)
        {
            var from = i * 2;
            _in[i] = from < MaxBuckets ? _in[from] + _in[from + 1] : 0;
            _out[i] = from < MaxBuckets ? _out[from] + _out[from + 1] : 0;
        }
        _used = (_used + 1) / 2;
    }
}
