namespace Todoku.Relay.Queue;

/// <summary>
/// The time by which mail is scheduled: it never goes back and never jumps. When the machine's clock is set, this one follows it by at most a
/// tenth of the time that passes, so that a wrong clock neither makes all mail due at once, nor expires it, nor stops it.
/// </summary>
public sealed class SteadyClock
{
    private const int Slew = 10;

    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private DateTimeOffset _now;
    private long _stamp;

    public SteadyClock(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _now = time.GetUtcNow();
        _stamp = time.GetTimestamp();
    }

    /// <summary>Where timers come from.</summary>
    public TimeProvider Time => _time;

    /// <summary>The steady time, UTC.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                var stamp = _time.GetTimestamp();
                var elapsed = _time.GetElapsedTime(_stamp, stamp);
                if (elapsed <= TimeSpan.Zero) return _now;
                _stamp = stamp;
                var most = elapsed / Slew;
                var gap = _time.GetUtcNow() - (_now + elapsed);
                return _now += elapsed + (gap > most ? most : gap < -most ? -most : gap);
            }
        }
    }

    /// <summary>The steady time in milliseconds since 1970.</summary>
    public long Milliseconds => Now.ToUnixTimeMilliseconds();

    /// <summary>How far the machine's clock is ahead of this one; more than a few seconds means that it was set.</summary>
    public TimeSpan Gap => _time.GetUtcNow() - Now;
}
