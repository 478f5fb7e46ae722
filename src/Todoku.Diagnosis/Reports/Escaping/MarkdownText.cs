using System.Buffers;
using System.Text;

namespace Todoku.Diagnosis.Reports.Escaping;

/// <summary>Writes text into CommonMark so that none of it is taken for markup: by backslash, by entity, or inside code.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\*_[]|#~$!");

    /// <summary>A text of ours that may hold <c>`code`</c>; all else in it is escaped.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var (at, part) in VisibleText.EscapeLines(text).Split('`').Index())
        {
            if (at % 2 == 0) AppendEscaped(result, part);
            else result.Append(CodeSpan(part));
        }
        return result.ToString();
    }

    /// <summary>A code span with fences that the text can't close.</summary>
    public static string CodeSpan(string text)
    {
        text = VisibleText.Escape(text);
        var fence = new string('`', LongestRun(text) + 1);
        var pad = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        return $"{fence}{pad}{text}{pad}{fence}";
    }

    /// <summary>A fenced block of code, each line indented.</summary>
    public static string CodeBlock(string text, string indent)
    {
        text = VisibleText.EscapeLines(text);
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        var lines = text.Split('\n').Prepend($"{fence}text").Append(fence).Select(line => indent + line);
        return string.Join('\n', lines);
    }

    private static void AppendEscaped(StringBuilder result, string text)
    {
        foreach (var c in text)
        {
            if (c == '<') result.Append("&lt;");
            else if (c == '>') result.Append("&gt;");
            else if (c == '&') result.Append("&amp;");
            else if (Markup.Contains(c)) result.Append('\\').Append(c);
            else result.Append(c);
        }
    }

    private static int LongestRun(string text)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
