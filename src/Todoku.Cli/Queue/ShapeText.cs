using System.Globalization;
using System.Text;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Queue;

/// <summary>The queue by lane and age, as a table.</summary>
internal sealed class ShapeText(CliTexts texts)
{
    private const int LongestName = 40;

    /// <summary>The answer.</summary>
    public string Of(ShapeAnswer answer)
    {
        if (answer.Sum.Total == 0) return $"{texts.Queue.Nothing}\n";
        var rows = new List<string[]> { Head(answer) };
        foreach (var lane in answer.Lanes) rows.Add(Row(lane.Lane is { } name ? QueueText.LaneName(name) : texts.Queue.OtherLanes, lane));
        rows.Add(Row(texts.Queue.Sum, answer.Sum));
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Columns.Of(row[column]))).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append(row[0]).Append(' ', widths[0] - Columns.Of(row[0]));
            for (var column = 1; column < row.Length; column++) text.Append(' ', widths[column] - Columns.Of(row[column]) + 1).Append(row[column]);
            text.Append('\n');
        }
        return text.ToString();
    }

    private string[] Head(ShapeAnswer answer)
    {
        var ages = answer.Ages.Select(age => $"<{Ages.Of(TimeSpan.FromSeconds(age))}");
        return [texts.Queue.Lane, texts.Queue.Total, .. ages, $"{Ages.Of(TimeSpan.FromSeconds(answer.Ages[^1]))}+", texts.Queue.HeldColumn];
    }

    private static string[] Row(string name, ShapeLine line)
    {
        var shown = VisibleText.Escape(name);
        return [shown.Length <= LongestName ? shown : shown[..LongestName], Number(line.Total), .. line.ByAge.Select(Number), Number(line.Held)];
    }

    private static string Number(int count) => count == 0 ? "." : count.ToString(CultureInfo.InvariantCulture);
}
