using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>The sentence that says how much of the log was understood.</summary>
internal static class UnderstoodText
{
    public static string Of(Report report)
    {
        var understood = report.Result.Understood;
        return report.Texts.Label.Understood(
            report.Texts.Count.Percent(understood.Share),
            Figures.Number(understood.MailLines),
            Figures.Number(understood.DeliveryLines),
            Figures.Number(understood.Lines));
    }
}
