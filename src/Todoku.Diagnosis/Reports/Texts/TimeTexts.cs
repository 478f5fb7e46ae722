namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>Times and lengths of time as people write them.</summary>
public abstract class TimeTexts
{
    /// <summary>A minute of a day, without the year: "16 May 10:02".</summary>
    public abstract string Moment(DateTimeOffset time);

    /// <summary>The same with the year.</summary>
    public abstract string MomentWithYear(DateTimeOffset time);

    /// <summary>A day, for the axis of a chart.</summary>
    public abstract string Day(DateTimeOffset time);

    /// <summary>A rounded length: "5 days", "3 hours", "12 minutes".</summary>
    public abstract string Length(TimeSpan length);

    /// <summary>A closed stretch, from ready-made moments.</summary>
    public abstract string Range(string from, string to);

    /// <summary>A stretch that still holds at the end of the log.</summary>
    public abstract string Since(string from);
}
