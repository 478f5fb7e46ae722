namespace Todoku.Diagnosis.Messages.Charsets;

/// <summary>
/// Tells by the octets which charset a text is in. UTF-8 that is well-formed is UTF-8: no other charset makes it by chance in more than a few
/// characters. Shift_JIS and EUC-JP are told apart by their form, and where both fit by which of them gives kana.
/// </summary>
public static class CharsetGuess
{
    /// <summary>Guesses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCut">Whether it may end within a character.</param>
    public static TrueCharset Of(ReadOnlySpan<byte> text, bool isCut = false)
    {
        if (!text.ContainsAnyInRange((byte)0x80, (byte)0xFF)) return HasJapaneseEscape(text) ? TrueCharset.Iso2022Jp : TrueCharset.Ascii;
        if (IsUtf8(text, isCut)) return TrueCharset.Utf8;
        var (isSjis, sjisKana) = ReadShiftJis(text, isCut);
        var (isEuc, eucKana) = ReadEucJp(text, isCut);
        if (!isSjis && !isEuc) return HasJapaneseEscape(text) ? TrueCharset.Iso2022Jp : TrueCharset.Other;
        // Without any kana it may as well be Chinese, Korean or a European text.
        if (Math.Max(sjisKana, eucKana) == 0) return TrueCharset.Other;
        return isSjis && (!isEuc || sjisKana > eucKana) ? TrueCharset.ShiftJis : TrueCharset.EucJp;
    }

    /// <summary>Whether the text has an escape sequence that leads to Japanese characters: ESC $ @, ESC $ B, ESC $ (, ESC ( J, ESC ( I.</summary>
    public static bool HasJapaneseEscape(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf((byte)0x1B); at >= 0 && at + 2 < text.Length;)
        {
            if ((text[at + 1] == '$' && text[at + 2] is (byte)'@' or (byte)'B' or (byte)'(') || (text[at + 1] == '(' && text[at + 2] is (byte)'J' or (byte)'I')) return true;
            var next = text[(at + 1)..].IndexOf((byte)0x1B);
            if (next < 0) return false;
            at += 1 + next;
        }
        return false;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> text, bool isCut)
    {
        if (System.Text.Unicode.Utf8.IsValid(text)) return true;
        // A character has up to four octets.
        for (var less = 1; isCut && less <= 3 && less < text.Length; less++)
            if (System.Text.Unicode.Utf8.IsValid(text[..^less])) return true;
        return false;
    }

    private static (bool IsValid, int Kana) ReadShiftJis(ReadOnlySpan<byte> text, bool isCut)
    {
        var kana = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var lead = text[i];
            if (lead < 0x80) continue;
            // Half-width kana; alone they are too likely to be something else.
            if (lead is >= 0xA1 and <= 0xDF) continue;
            if (lead is not ((>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC))) return (false, 0);
            if (++i >= text.Length) return (isCut, kana);
            if (text[i] is not ((>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC))) return (false, 0);
            if ((lead == 0x82 && text[i] is >= 0x9F and <= 0xF1) || (lead == 0x83 && text[i] is >= 0x40 and <= 0x96)) kana++;
        }
        return (true, kana);
    }

    private static (bool IsValid, int Kana) ReadEucJp(ReadOnlySpan<byte> text, bool isCut)
    {
        var kana = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var lead = text[i];
            if (lead < 0x80) continue;
            if (lead is not (0x8E or 0x8F or (>= 0xA1 and <= 0xFE))) return (false, 0);
            var trails = lead == 0x8F ? 2 : 1;
            for (var trail = 0; trail < trails; trail++)
            {
                if (++i >= text.Length) return (isCut, kana);
                if (text[i] is not (>= 0xA1 and <= 0xFE)) return (false, 0);
            }
            if (lead is 0xA4 or 0xA5) kana++;
        }
        return (true, kana);
    }
}
