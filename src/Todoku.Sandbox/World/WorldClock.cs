namespace Todoku.Sandbox.World;

/// <summary>
/// The clock of a world: it goes at the pace of another one, from a time of its own, and can be put forward, so that a day passes at once. Whoever waits by it is woken when its
/// time has come, also by being put forward.
/// </summary>
public sealed class WorldClock : TimeProvider
{
    private readonly TimeProvider _pace;
    private readonly TimeZoneInfo _zone;
    private readonly Lock _lock = new();
    private readonly HashSet<WorldTimer> _timers = [];
    private long _ahead;
    private long _jumped;

    /// <summary>Makes it.</summary>
    /// <param name="pace">The clock whose pace it takes.</param>
    /// <param name="begins">The time that it has now, whose offset is its time zone; null: that of <paramref name="pace"/>.</param>
    public WorldClock(TimeProvider pace, DateTimeOffset? begins)
    {
        ArgumentNullException.ThrowIfNull(pace);
        _pace = pace;
        var now = pace.GetUtcNow();
        Began = begins ?? now;
        _ahead = (Began - now).Ticks;
        _zone = Began.Offset == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone("sandbox", Began.Offset, "sandbox", "sandbox");
    }

    /// <summary>The time that it began at.</summary>
    public DateTimeOffset Began { get; }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _zone;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => (_pace.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead))).ToUniversalTime();

    /// <inheritdoc/>
    public override long GetTimestamp() => _pace.GetElapsedTime(0, _pace.GetTimestamp()).Ticks + Volatile.Read(ref _jumped);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WorldTimer(this, callback, state, period);
        lock (_lock) _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Puts it forward.</summary>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref _ahead, time.Ticks);
        Interlocked.Add(ref _jumped, time.Ticks);
        WorldTimer[] timers;
        lock (_lock) timers = [.. _timers];
        foreach (var timer in timers) timer.Hasten();
    }

    private sealed class WorldTimer : ITimer
    {
        private readonly WorldClock _clock;
        private readonly ITimer _inner;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly Lock _lock = new();
        private TimeSpan _period;
        private long _due = long.MaxValue;

        public WorldTimer(WorldClock clock, TimerCallback callback, object? state, TimeSpan period)
        {
            (_clock, _callback, _state, _period) = (clock, callback, state, period);
            _inner = clock._pace.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                _period = period;
                _due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : _clock.GetTimestamp() + dueTime.Ticks;
                return _inner.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }

        // The clock was put forward: what is left of the wait is less.
        public void Hasten()
        {
            lock (_lock)
            {
                if (_due == long.MaxValue) return;
                _inner.Change(TimeSpan.FromTicks(Math.Max(0, _due - _clock.GetTimestamp())), Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            lock (_clock._lock) _clock._timers.Remove(this);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            lock (_clock._lock) _clock._timers.Remove(this);
            return _inner.DisposeAsync();
        }

        private void Fire()
        {
            lock (_lock)
            {
                if (_due == long.MaxValue) return;
                _due = _period <= TimeSpan.Zero ? long.MaxValue : _clock.GetTimestamp() + _period.Ticks;
                if (_period > TimeSpan.Zero) _inner.Change(_period, Timeout.InfiniteTimeSpan);
            }
            _callback(_state);
        }
    }
}
