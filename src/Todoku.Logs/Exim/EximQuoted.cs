namespace Todoku.Logs.Exim;

/// <summary>Text in quotes, in which a backslash takes the next byte as it is.</summary>
internal static class EximQuoted
{
    /// <summary>Length of the quoted text at the start, quotes included; all of a text that was cut.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '"') return at + 1;
            if (text[at] == '\\') at++;
        }
        return text.Length;
    }
}
