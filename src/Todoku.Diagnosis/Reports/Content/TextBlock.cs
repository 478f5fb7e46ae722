namespace Todoku.Diagnosis.Reports.Content;

/// <summary>A stretch of a knowledge text: a paragraph, or lines to copy as they are.</summary>
/// <param name="IsCode">Whether it is to be copied.</param>
/// <param name="Text">The text; code without its indent, lines joined by line breaks.</param>
public readonly record struct TextBlock(bool IsCode, string Text)
{
    /// <summary>Takes a text apart.</summary>
    public static IReadOnlyList<TextBlock> Split(string text)
    {
        var blocks = new List<TextBlock>();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            var isCode = line.StartsWith(TextTemplate.CopyIndent, StringComparison.Ordinal);
            var content = isCode ? line[TextTemplate.CopyIndent.Length..] : line;
            if (blocks is [.., { IsCode: true } last] && isCode) blocks[^1] = last with { Text = $"{last.Text}\n{content}" };
            else if (content.Length > 0) blocks.Add(new TextBlock(isCode, content));
        }
        return blocks;
    }
}
