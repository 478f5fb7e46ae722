namespace Todoku.Diagnosis.Findings;

/// <summary>Turns UTC ticks of a log, which may be nonsense, into times to show.</summary>
internal static class Times
{
    public static DateTimeOffset At(long utcTicks, TimeSpan offset)
    {
        // An offset may not carry a time out of the calendar.
        var ticks = Math.Clamp(utcTicks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(offset);
    }
}
