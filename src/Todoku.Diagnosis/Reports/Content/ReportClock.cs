using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>Writes times for people: without the year as long as all of the log lies within one.</summary>
public sealed class ReportClock(Period? period, TimeTexts texts)
{
    private readonly bool _withYear = period is { } p && p.From.Year != p.To.Year;

    /// <summary>A moment within the log.</summary>
    public string Moment(DateTimeOffset time) => _withYear ? texts.MomentWithYear(time) : texts.Moment(time);

    /// <summary>The period of the log, always with the year; empty when no line had a time.</summary>
    public string Period => period is not { } p
        ? ""
        : texts.Range(texts.MomentWithYear(p.From), _withYear ? texts.MomentWithYear(p.To) : texts.Moment(p.To)) + $" ({Offset(p.To.Offset)})";

    /// <summary>From when to when, or since when.</summary>
    public string Stretch(DateTimeOffset from, DateTimeOffset to, bool isCurrent) =>
        isCurrent ? texts.Since(Moment(from)) : from.Date == to.Date ? texts.Range(Moment(from), $"{to:HH:mm}") : texts.Range(Moment(from), Moment(to));

    private static string Offset(TimeSpan offset) => offset == TimeSpan.Zero
        ? "UTC"
        : $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
}
