namespace Todoku.Logs.Envelopes;

/// <summary>A time stamp as it stands in a log line.</summary>
/// <param name="Ticks">In <see cref="DateTime.Ticks"/>; what they mean is said by <paramref name="Kind"/>.</param>
/// <param name="Kind">How much the stamp says.</param>
/// <param name="OffsetMinutes">The offset that was written, in minutes east of UTC; 0 unless <see cref="LogTimeKind.Utc"/>.</param>
public readonly record struct LogTime(long Ticks, LogTimeKind Kind, short OffsetMinutes)
{
    /// <summary>The leap year that stamps without a year are set into, so that 29 February has a place.</summary>
    public const int StandInYear = 2000;
}
