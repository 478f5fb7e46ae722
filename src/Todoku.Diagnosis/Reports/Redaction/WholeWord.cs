using System.Text;

namespace Todoku.Diagnosis.Reports.Redaction;

/// <summary>Replaces a word where it stands by itself, not as a part of a longer one.</summary>
internal static class WholeWord
{
    /// <summary>Replaces all occurrences, upper and lower case being the same.</summary>
    public static string Replace(string text, string word, string replacement)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || word.Length == 0) return text;
        var result = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at > 0 && IsWord(text[at - 1])) || (end < text.Length && IsWord(text[end]))) continue;
            result.Append(text, from, at - from).Append(replacement);
            from = end;
        }
        return result.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);
}
