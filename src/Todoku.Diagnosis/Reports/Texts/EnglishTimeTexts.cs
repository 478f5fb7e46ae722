using System.Globalization;

namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishTimeTexts : TimeTexts
{
    public override string Moment(DateTimeOffset time) => time.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);

    public override string MomentWithYear(DateTimeOffset time) => time.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    public override string Day(DateTimeOffset time) => time.ToString("d MMM", CultureInfo.InvariantCulture);

    public override string Length(TimeSpan length) => length switch
    {
        { TotalHours: >= 48 } => $"{Math.Round(length.TotalDays)} days",
        { TotalMinutes: >= 120 } => $"{Math.Round(length.TotalHours)} hours",
        { TotalMinutes: >= 1.5 } => $"{Math.Round(length.TotalMinutes)} minutes",
        _ => "a minute",
    };

    public override string Range(string from, string to) => $"{from} to {to}";

    public override string Since(string from) => $"since {from}";
}
