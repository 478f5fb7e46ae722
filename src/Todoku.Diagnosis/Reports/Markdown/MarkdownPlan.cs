using System.Text;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Diagnosis.Reports.Escaping;

namespace Todoku.Diagnosis.Reports.Markdown;

/// <summary>The plan as a numbered list; commands and records in blocks of code.</summary>
internal static class MarkdownPlan
{
    public static void Write(StringBuilder text, Report report)
    {
        if (report.Plan.Count == 0) return;
        var label = report.Texts.Label;
        text.Append($"\n## {label.Plan}\n");
        foreach (var step in report.Plan)
        {
            var number = $"{step.Number}. ";
            var indent = new string(' ', number.Length);
            text.Append('\n');
            WriteBlocks(text, step.Do, number, indent);
            foreach (var (name, words) in new[] { (label.Why, step.Why), (label.Check, step.Verify), (label.IfRefused, step.IfRefused) })
            {
                if (words.Length == 0) continue;
                text.Append('\n');
                WriteBlocks(text, label.Pair(name, words), indent, indent);
            }
        }
    }

    private static void WriteBlocks(StringBuilder text, string words, string firstIndent, string indent)
    {
        foreach (var (at, block) in TextBlock.Split(words).Index())
        {
            if (at > 0) text.Append('\n');
            if (block.IsCode) text.Append(MarkdownText.CodeBlock(block.Text, indent)).Append('\n');
            else text.Append(at == 0 ? firstIndent : indent).Append(MarkdownText.Escape(block.Text)).Append('\n');
        }
    }
}
