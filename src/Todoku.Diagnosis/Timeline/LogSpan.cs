namespace Todoku.Diagnosis.Timeline;

/// <summary>From when to when the log tells, and how far its clock jumped back.</summary>
internal struct LogSpan
{
    private long _latest;

    public long First { get; private set; }

    public long Last { get; private set; }

    /// <summary>The longest jump backwards, in ticks.</summary>
    public long LongestJump { get; private set; }

    public readonly bool IsEmpty => First == 0;

    public void See(long utcTicks)
    {
        if (First == 0) (First, Last) = (utcTicks, utcTicks);
        else if (utcTicks > Last) Last = utcTicks;
        else if (utcTicks < First) First = utcTicks;
        LongestJump = Math.Max(LongestJump, _latest - utcTicks);
        _latest = utcTicks;
    }
}
