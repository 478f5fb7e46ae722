using Todoku.Diagnosis.Reports.Content;

namespace Todoku.Diagnosis.Reports.Html;

/// <summary>Knowledge texts as HTML: paragraphs with <c>code</c> for what stands in backticks, and blocks to copy.</summary>
internal static class HtmlBlocks
{
    /// <summary>Writes a text.</summary>
    /// <param name="html">Where.</param>
    /// <param name="text">The text.</param>
    /// <param name="label">Written in front of the first paragraph when not empty.</param>
    public static void Write(HtmlWriter html, string text, string label = "")
    {
        foreach (var (at, block) in TextBlock.Split(text).Index())
        {
            if (block.IsCode)
            {
                html.Element("pre", "copy", block.Text);
                continue;
            }
            html.Open("p");
            if (at == 0 && label.Length > 0) html.Element("b", label).Text(" ");
            WriteInline(html, block.Text);
            html.Close();
        }
    }

    private static void WriteInline(HtmlWriter html, string text)
    {
        foreach (var (at, part) in text.Split('`').Index())
        {
            if (at % 2 == 0) html.Text(part);
            else html.Element("code", part);
        }
    }
}
