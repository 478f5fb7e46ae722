using System.Text;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>Breaks paragraphs into lines that fit a mail. Japanese breaks between any two characters, but no line begins with a mark that closes.</summary>
internal static class TextWrap
{
    /// <summary>The columns of a line; a character of East Asia takes two.</summary>
    public const int Width = 72;

    private const string NotAtStart = "、。，．・：；？！）」』】〕〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.)!?:;";
    private const string NotAtEnd = "（「『【〔〈《(";

    /// <summary>The paragraph in lines, each with the indent before it and CRLF behind it.</summary>
    public static string Wrap(string paragraph, string indent)
    {
        var text = new StringBuilder();
        var line = new StringBuilder();
        var column = indent.Length;
        foreach (var (piece, isAfterBlank) in Pieces(paragraph))
        {
            var width = WidthOf(piece);
            if (line.Length > 0 && column + width + (isAfterBlank ? 1 : 0) > Width)
            {
                text.Append(indent).Append(line).Append("\r\n");
                line.Clear();
                column = indent.Length;
            }
            if (isAfterBlank && line.Length > 0)
            {
                line.Append(' ');
                column++;
            }
            line.Append(piece);
            column += width;
        }
        if (line.Length > 0) text.Append(indent).Append(line).Append("\r\n");
        return text.ToString();
    }

    // What must stay together: words, and characters of East Asia with the marks that cling to them.
    private static IEnumerable<(string Piece, bool IsAfterBlank)> Pieces(string paragraph)
    {
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var i = 1; i <= word.Length; i++)
            {
                if (i < word.Length && !MayBreak(word[i - 1], word[i])) continue;
                yield return (word[start..i], start == 0);
                start = i;
            }
        }
    }

    private static bool MayBreak(char before, char after) =>
        (IsWide(before) || IsWide(after)) && !NotAtStart.Contains(after, StringComparison.Ordinal) && !NotAtEnd.Contains(before, StringComparison.Ordinal) && !char.IsLowSurrogate(after);

    private static int WidthOf(string piece)
    {
        var width = 0;
        foreach (var c in piece) width += IsWide(c) ? 2 : 1;
        return width;
    }

    private static bool IsWide(char c) => c
        is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6');
}
