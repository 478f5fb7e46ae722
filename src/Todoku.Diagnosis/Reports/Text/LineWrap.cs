using System.Text;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>
/// Breaks text into lines: at spaces, and between East Asian wide characters, where no line may begin with closing punctuation
/// or end with an opening bracket (the core of JIS X 4051). A word that is longer than a line is broken anywhere.
/// </summary>
public static class LineWrap
{
    private const string NeverFirst = "、。，．）」』】〉》・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.)]}:;!?…";
    private const string NeverLast = "（「『【〈《([{";

    /// <summary>The lines of a text, at most so many; the last one is cut with an ellipsis when there would be more.</summary>
    public static IReadOnlyList<string> Lines(string text, int width, int maxLines)
    {
        if (maxLines == int.MaxValue) return [.. Lines(text, width)];
        var lines = Lines(text, width).Take(maxLines + 1).ToList();
        if (lines.Count <= maxLines) return lines;
        var last = Columns.Cut($"{lines[maxLines - 1]} {lines[maxLines]}", width);
        return [.. lines.Take(maxLines - 1), last.EndsWith('…') ? last : Columns.Cut(last, width - 1) + "…"];
    }

    /// <summary>The lines of a text without line breaks of its own.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in Words(text))
        {
            var wordWidth = Columns.Of(word);
            if (used + Columns.Of(word.TrimEnd(' ')) > width && used > 0)
            {
                yield return line.ToString().TrimEnd(' ');
                line.Clear();
                used = 0;
            }
            var rest = word;
            while (Columns.Of(rest.TrimEnd(' ')) > width)
            {
                var head = Head(rest, width);
                yield return head;
                rest = rest[head.Length..];
                wordWidth = Columns.Of(rest);
            }
            line.Append(rest);
            used += wordWidth;
        }
        if (line.Length > 0) yield return line.ToString().TrimEnd(' ');
    }

    // Pieces that stay together, each with the spaces that follow it.
    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!MayBreak(text[i - 1], text[i])) continue;
            yield return text[start..i];
            start = i;
        }
        if (start < text.Length) yield return text[start..];
    }

    private static bool MayBreak(char before, char after)
    {
        if (after == ' ' || char.IsLowSurrogate(after)) return false;
        if (before == ' ') return true;
        if (NeverFirst.Contains(after, StringComparison.Ordinal) || NeverLast.Contains(before, StringComparison.Ordinal)) return false;
        return IsWide(before) || IsWide(after);
    }

    private static bool IsWide(char c) => Rune.TryCreate(c, out var rune) && Columns.Of(rune) == 2;

    private static string Head(string word, int width)
    {
        var used = 0;
        var length = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            used += Columns.Of(rune);
            if (used > width && length > 0) break;
            length += rune.Utf16SequenceLength;
        }
        return word[..length];
    }
}
