using System.Globalization;
using System.Text;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>Makes strangers' words fit to stand in a notice: no line of theirs can end a field, and nothing of them is invisible.</summary>
internal static class SafeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text in one line: what ends lines, controls, marks that turn the direction of writing and broken surrogates are replaced; blanks run together.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters of it that are kept.</param>
    public static string OneLine(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= most)
            {
                line.Append("...");
                break;
            }
            if (Rune.IsWhiteSpace(rune) || rune.Value is 0x85 or < 0x20 and (>= 9 and <= 13))
            {
                // The blank of Japanese writing stays what it is.
                if (rune.Value == 0x3000) line.Append('\u3000');
                else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (IsUnseen(rune))
            {
                line.Append(Replacement);
            }
            else
            {
                line.Append(rune.ToString());
            }
        }
        return line.ToString().Trim(' ');
    }

    /// <summary>The text in one line of printable ASCII: other characters are written as <c>\x{HEX}</c>, as RFC 6533, section 3 has it for addresses.</summary>
    public static string Ascii(string text, int most)
    {
        var line = OneLine(text, most);
        if (System.Text.Ascii.IsValid(line)) return line;
        var ascii = new StringBuilder(line.Length * 2);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.IsAscii) ascii.Append((char)rune.Value);
            else ascii.Append(CultureInfo.InvariantCulture, $"\\x{{{rune.Value:X2}}}");
        }
        return ascii.ToString();
    }

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || rune.Value == Replacement;
}
