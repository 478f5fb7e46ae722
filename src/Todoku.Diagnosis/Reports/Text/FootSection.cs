using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>How far the numbers can be trusted, and how to see more.</summary>
internal static class FootSection
{
    private const int Indent = 3;
    private const double DoubtfulShare = 0.9;

    public static void Write(TextCanvas canvas, Report report)
    {
        var (label, understood) = (report.Texts.Label, report.Result.Understood);
        canvas.Gap();
        canvas.Paragraph(UnderstoodText.Of(report), 0, understood.Share < DoubtfulShare ? Ink.Doubtful : Ink.Faint);
        foreach (var notice in report.Result.Notices) canvas.Paragraph(report.Texts.Notice.Of(notice), 0, Ink.Doubtful, canvas.Verbose ? int.MaxValue : 2);
        if (report.Result.Facts == FactState.NoAnswer) canvas.Paragraph(report.Texts.Fact.NoAnswer, 0, Ink.Doubtful);
        if (canvas.Verbose) WriteDetails(canvas, report);
        else if (report.Plan.Count > 0) canvas.Line(label.MoreWithVerbose, Ink.Faint);
    }

    private static void WriteDetails(TextCanvas canvas, Report report)
    {
        var withoutEnd = report.Result.Understood.MessagesWithoutEnd;
        if (withoutEnd > 0) canvas.Paragraph(report.Texts.Label.MessagesWithoutEnd(Figures.Number(withoutEnd)), 0, Ink.Faint);
        if (report.Result.Understood.NotUnderstood.Count == 0) return;
        canvas.Section(report.Texts.Label.NotUnderstood);
        foreach (var program in report.Result.Understood.NotUnderstood)
        {
            canvas.Line($"{Columns.Right(Figures.Number(program.Count), 10)}  {program.Program}");
            foreach (var sample in program.Samples) canvas.Line(sample, Ink.Faint, Indent + 9);
        }
    }
}
