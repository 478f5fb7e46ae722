using System.Globalization;

namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseTimeTexts : TimeTexts
{
    public override string Moment(DateTimeOffset time) => time.ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    public override string MomentWithYear(DateTimeOffset time) => time.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    public override string Day(DateTimeOffset time) => time.ToString("M/d", CultureInfo.InvariantCulture);

    public override string Length(TimeSpan length) => length switch
    {
        { TotalHours: >= 48 } => $"{Math.Round(length.TotalDays)}日間",
        { TotalMinutes: >= 120 } => $"{Math.Round(length.TotalHours)}時間",
        { TotalMinutes: >= 1.5 } => $"{Math.Round(length.TotalMinutes)}分間",
        _ => "1分間",
    };

    public override string Range(string from, string to) => $"{from} ～ {to}";

    public override string Since(string from) => $"{from}から";
}
