using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>
/// Lays the table of providers out: columns of numbers as wide as they need, the name and the chart share the rest. Where there is little width the
/// name has a line of its own, and the chart and the number that the others tell are left out.
/// </summary>
internal sealed class ProviderTable(TextCanvas canvas, ReportTexts texts, IReadOnlyList<ProviderRow> rows)
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int WideFrom = 110;
    private const int MaxCauseWidth = 26;
    private const int MinNameWidth = 16;

    private readonly int _chartWidth = canvas.Width >= WideFrom ? 24 : 14;
    private readonly int _causeWidth = canvas.Width >= WideFrom ? MaxCauseWidth : 0;

    public void Write()
    {
        var label = texts.Label;
        NumberColumn[] numbers =
        [
            Column(label.Attempts, row => Figures.Number(row.Attempts)),
            .. canvas.IsNarrow ? Array.Empty<NumberColumn>() : [Column(label.Delivered, row => Figures.Number(row.Delivered))],
            Column(label.Failed, row => Figures.Number(row.Failed)),
            Column(label.FailedShare, row => texts.Count.Percent(row.Attempts == 0 ? 0 : (double)row.Failed / row.Attempts)),
        ];
        var nameWidth = NameWidth(numbers);
        WriteHead(numbers, nameWidth);
        foreach (var row in rows) WriteRow(row, numbers, nameWidth);
    }

    private NumberColumn Column(string title, Func<ProviderRow, string> textOf) =>
        new(title, textOf, Math.Max(Columns.Of(title), rows.Max(row => Columns.Of(textOf(row)))) + Gap);

    private int NameWidth(NumberColumn[] numbers)
    {
        var wanted = rows.Max(row => Columns.Of(VisibleText.Escape(row.Name)));
        var free = canvas.Width - Indent - numbers.Sum(column => column.Width) - Gap - _causeWidth - _chartWidth;
        return Math.Clamp(wanted, MinNameWidth, Math.Max(free, MinNameWidth));
    }

    private void WriteHead(NumberColumn[] numbers, int nameWidth)
    {
        WriteName(texts.Label.Provider, nameWidth, Ink.Faint);
        foreach (var column in numbers) canvas.Write(Columns.Right(column.Title, column.Width), Ink.Faint);
        if (EndNarrow()) return;
        canvas.Write(Columns.Spaces(Gap));
        if (_causeWidth > 0) canvas.Write(Columns.Left(texts.Label.MainCause, _causeWidth), Ink.Faint);
        canvas.Write(texts.Label.OverTime, Ink.Faint).EndLine();
    }

    private void WriteRow(ProviderRow row, NumberColumn[] numbers, int nameWidth)
    {
        WriteName(VisibleText.Escape(row.Name), nameWidth, Ink.Plain);
        foreach (var column in numbers)
            canvas.Write(Columns.Right(column.TextOf(row), column.Width), ReferenceEquals(column, numbers[^1]) ? row.Ink : Ink.Plain);
        if (EndNarrow()) return;
        canvas.Write(Columns.Spaces(Gap));
        if (_causeWidth > 0) canvas.Write(Columns.Left(row.Cause, _causeWidth));
        canvas.Write(Sparkline.Of(row.Buckets, _chartWidth), row.Ink).EndLine();
    }

    private void WriteName(string name, int width, Ink ink)
    {
        canvas.Write(Columns.Spaces(Indent));
        if (canvas.IsNarrow)
        {
            canvas.Write(Columns.Cut(name, canvas.Width - Indent), ink).EndLine();
            canvas.Write(Columns.Spaces(Indent));
            return;
        }
        canvas.Write(Columns.Left(name, width), ink);
    }

    private bool EndNarrow()
    {
        if (canvas.IsNarrow) canvas.EndLine();
        return canvas.IsNarrow;
    }

    private sealed record NumberColumn(string Title, Func<ProviderRow, string> TextOf, int Width);
}
