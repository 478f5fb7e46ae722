using System.Globalization;
using System.Numerics;
using System.Text;

namespace Todoku.Mail.Internationalized;

/// <summary>Which script a letter is of, for the scripts that most registries take. Of Latin only letters that are plainly not those of ASCII.</summary>
internal static class LabelScripts
{
    /// <summary>What Japanese mixes.</summary>
    public const LabelScript Japanese = LabelScript.Han | LabelScript.Hiragana | LabelScript.Katakana;

    /// <summary>What Korean mixes.</summary>
    public const LabelScript Korean = LabelScript.Han | LabelScript.Hangul;

    /// <summary>What Chinese mixes.</summary>
    public const LabelScript Chinese = LabelScript.Han | LabelScript.Bopomofo;

    // Ranges of Unicode's Scripts.txt, those of modern writing.
    private static readonly (int First, int Last, LabelScript Script)[] Ranges =
    [
        ('a', 'z', LabelScript.Latin), (0x00DF, 0x00F6, LabelScript.Latin), (0x00F8, 0x00FF, LabelScript.Latin), (0x0100, 0x0130, LabelScript.Latin), (0x0132, 0x0137, LabelScript.Latin),
        (0x0139, 0x013E, LabelScript.Latin), (0x0141, 0x0148, LabelScript.Latin), (0x014A, 0x017E, LabelScript.Latin), (0x03AC, 0x03CE, LabelScript.Greek), (0x0430, 0x045F, LabelScript.Cyrillic),
        (0x048A, 0x04FF, LabelScript.Cyrillic), (0x0500, 0x052F, LabelScript.Cyrillic), (0x05D0, 0x05EA, LabelScript.Hebrew), (0x0620, 0x063F, LabelScript.Arabic),
        (0x0641, 0x064A, LabelScript.Arabic), (0x0671, 0x06D3, LabelScript.Arabic), (0x0904, 0x094D, LabelScript.Devanagari), (0x0E01, 0x0E3A, LabelScript.Thai), (0x0E40, 0x0E4E, LabelScript.Thai),
        (0x3005, 0x3007, LabelScript.Han), (0x3041, 0x3096, LabelScript.Hiragana), (0x309D, 0x309E, LabelScript.Hiragana), (0x30A1, 0x30FA, LabelScript.Katakana),
        (0x30FC, 0x30FE, LabelScript.Katakana), (0x3105, 0x312F, LabelScript.Bopomofo), (0x3400, 0x4DBF, LabelScript.Han), (0x4E00, 0x9FFF, LabelScript.Han), (0xAC00, 0xD7A3, LabelScript.Hangul),
        (0x20000, 0x2EBE0, LabelScript.Han), (0x30000, 0x323AF, LabelScript.Han),
    ];

    /// <summary>The script of a letter or of a mark that belongs to it; null when it is of none of these.</summary>
    public static LabelScript? Of(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber)) return null;
        foreach (var (first, last, script) in Ranges)
            if (rune.Value >= first && rune.Value <= last) return script;
        return null;
    }

    /// <summary>Whether it is exactly one script.</summary>
    public static bool IsSingle(LabelScript scripts) => BitOperations.IsPow2((int)scripts);
}
