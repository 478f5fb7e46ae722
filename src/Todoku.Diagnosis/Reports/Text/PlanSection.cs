using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>
/// The plan. On one screen each step is a line or two: the fewer steps, the more of each. Verbose: every step with its commands,
/// its reason, how to check it, and what to do when others refuse.
/// </summary>
public static class PlanSection
{
    private const int Indent = 4;
    private const int VeryFewSteps = 2;
    private const int FewSteps = 4;
    private const int MostSteps = 7;
    private const int ReasonsWhenMany = 3;

    internal static void Write(TextCanvas canvas, ReportTexts texts, IReadOnlyList<ReportStep> plan)
    {
        if (plan.Count == 0) return;
        canvas.Section(texts.Label.Plan);
        if (canvas.Verbose)
        {
            foreach (var step in plan) WriteAll(canvas, texts, step);
            return;
        }
        var shown = plan.Count <= MostSteps + 1 ? plan.Count : MostSteps;
        foreach (var step in plan.Take(shown)) WriteShort(canvas, texts.Label, step, plan.Count);
        if (shown < plan.Count) canvas.Line(texts.Count.MoreSteps(plan.Count - shown), Ink.Faint, Indent);
    }

    private static void WriteShort(TextCanvas canvas, LabelTexts label, ReportStep step, int count)
    {
        var isFull = count <= FewSteps || step.Number <= ReasonsWhenMany;
        WriteNumbered(canvas, step, FirstSentence.Of(step.Do), isFull ? 2 : 1);
        if (step.Records.Count > 0) WriteRecords(canvas, step);
        else if (count <= FewSteps) WriteShortCode(canvas, step);
        if (step.Why.Length > 0 && isFull)
            canvas.Line(label.Pair(label.Why, FirstSentence.Of(step.Why)), Ink.Faint, Indent);
        if (step.Verify.Length > 0 && count <= VeryFewSteps)
            canvas.Line(label.Pair(label.Check, FirstSentence.Of(step.Verify)), Ink.Faint, Indent);
    }

    // What is to be published exactly is what the reader came for: all of it, however long.
    private static void WriteRecords(TextCanvas canvas, ReportStep step)
    {
        foreach (var line in step.Do.Split('\n').Where(line => line.StartsWith(TextTemplate.CopyIndent, StringComparison.Ordinal))) WriteTextOrCode(canvas, line);
    }

    // A record or command that fits is shown at once; a cut one would be copied as it is.
    private static void WriteShortCode(TextCanvas canvas, ReportStep step)
    {
        const int indent = Indent + 4;
        if (TextBlock.Split(step.Do).FirstOrDefault(block => block.IsCode).Text is { } code
            && !code.Contains('\n', StringComparison.Ordinal) && Columns.Of(code) <= canvas.Width - indent)
            canvas.Line(code, Ink.Code, indent);
    }

    /// <summary>Writes a step with all its texts.</summary>
    public static void WriteAll(TextCanvas canvas, ReportTexts texts, ReportStep step)
    {
        var label = texts.Label;
        var lines = step.Do.TrimEnd('\n').Split('\n');
        WriteNumbered(canvas, step, lines[0], int.MaxValue);
        foreach (var line in lines.Skip(1)) WriteTextOrCode(canvas, line);
        foreach (var (name, text) in new[] { (label.Why, step.Why), (label.Check, step.Verify), (label.IfRefused, step.IfRefused) })
        {
            if (text.Length == 0) continue;
            var parts = text.TrimEnd('\n').Split('\n');
            canvas.Paragraph(label.Pair(name, parts[0]), Indent, Ink.Faint);
            foreach (var line in parts.Skip(1)) WriteTextOrCode(canvas, line);
        }
        canvas.Gap();
    }

    // Whoever copies a command needs all of it on one line: never wrapped or cut.
    private static void WriteTextOrCode(TextCanvas canvas, string line)
    {
        if (line.StartsWith(TextTemplate.CopyIndent, StringComparison.Ordinal))
            canvas.Write(Columns.Spaces(Indent)).Write(line, Ink.Code).EndLine();
        else canvas.Paragraph(line, Indent);
    }

    private static void WriteNumbered(TextCanvas canvas, ReportStep step, string text, int maxLines)
    {
        foreach (var (at, line) in LineWrap.Lines(VisibleText.Escape(text), canvas.Width - Indent, maxLines).Index())
            canvas.Write(Columns.Right(at == 0 ? $"{step.Number}." : "", Indent - 1), Ink.Marker).Write(" ").Write(line).EndLine();
    }
}
