namespace Todoku.Sandbox.World;

/// <summary>The clock of a world: it goes at the pace of another one, from a time of its own, and can be put forward, so that a day passes at once.</summary>
public sealed class WorldClock : TimeProvider
{
    private readonly TimeProvider _pace;
    private readonly TimeZoneInfo _zone;
    private long _ahead;

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
    public override DateTimeOffset GetUtcNow() => _pace.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    /// <summary>Puts it forward; waits of sessions, which go by the pace of the machine, are not cut short by it.</summary>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref _ahead, time.Ticks);
    }
}
