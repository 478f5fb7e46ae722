namespace Todoku.Diagnosis.Reports.Text;

/// <summary>The first sentence of a text, for a short view: up to a full stop before a space or line end, a Japanese full stop, or a line break.</summary>
internal static class FirstSentence
{
    /// <summary>The sentence; its colon at the end, which would announce what is not shown, is left off.</summary>
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') return text[..i].TrimEnd(' ', ':', '：');
            if (text[i] == '。') return text[..(i + 1)];
            if (text[i] is '.' or '!' or '?' && i + 1 < text.Length && text[i + 1] is ' ' or '\n' && IsSentence(text, i)) return text[..(i + 1)];
        }
        return text;
    }

    // "e.g. this" and "No. 5" end no sentence.
    private static bool IsSentence(string text, int at) =>
        !(at >= 2 && (text[at - 2] is ' ' or '.' || text.AsSpan(0, at).EndsWith("No", StringComparison.Ordinal)) && char.IsLetter(text[at - 1]));
}
