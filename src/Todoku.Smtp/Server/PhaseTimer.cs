namespace Todoku.Smtp.Server;

/// <summary>The one timer of a session: set for each phase in which the client is waited for.</summary>
internal sealed class PhaseTimer : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Action _onExpired;
    private readonly ITimer _timer;
    private long _setAt;
    private TimeSpan _due = Timeout.InfiniteTimeSpan;

    public PhaseTimer(TimeProvider time, Action onExpired)
    {
        (_time, _onExpired) = (time, onExpired);
        _timer = time.CreateTimer(static state => ((PhaseTimer)state!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the time that was set is over.</summary>
    public bool IsExpired { get; private set; }

    /// <summary>Sets it anew.</summary>
    public void Set(TimeSpan due)
    {
        if (due <= TimeSpan.Zero) due = TimeSpan.FromMilliseconds(1);
        lock (_lock)
        {
            _due = due;
            _setAt = _time.GetTimestamp();
        }
        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Stops it. The underlying timer is left to run: most are set again soon, and a late ring is seen not to be meant.</summary>
    public void Clear()
    {
        lock (_lock) _due = Timeout.InfiniteTimeSpan;
    }

    public void Dispose() => _timer.Dispose();

    private void Ring()
    {
        lock (_lock)
        {
            if (_due == Timeout.InfiniteTimeSpan) return;
            // Set anew while this ring was under way; the timer may be a little early too.
            if (_time.GetElapsedTime(_setAt) + TimeSpan.FromMilliseconds(20) < _due) return;
            IsExpired = true;
        }
        _onExpired();
    }
}
