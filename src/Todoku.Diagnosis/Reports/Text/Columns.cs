using System.Globalization;
using System.Text;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>
/// Widths in terminal columns: East Asian wide and fullwidth characters take two (Unicode Standard Annex 11, W and F), combining
/// marks none, all else one. The text is taken to be free of control characters already.
/// </summary>
public static class Columns
{
    private const string Ellipsis = "…";

    // First and last code point of wide ranges, in order; blocks are merged where the gaps between them are unassigned.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23EC), (0x2614, 0x2615), (0x26A1, 0x26A1), (0x2705, 0x2705), (0x274C, 0x274C),
        (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18CD5), (0x1AFF0, 0x1B2FB),
        (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The width of a character.</summary>
    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300) return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        foreach (var (first, last) in Wide)
        {
            if (rune.Value < first) return 1;
            if (rune.Value <= last) return 2;
        }
        return 1;
    }

    /// <summary>The width of a text.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    /// <summary>The text cut to a width, with an ellipsis when something was cut off.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length * 2 <= width || Of(text) <= width) return text;
        var used = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > width - 1) break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length] + Ellipsis;
    }

    /// <summary>The text filled up with spaces on the right.</summary>
    public static string Left(string text, int width) => Cut(text, width) is var cut ? cut + Spaces(width - Of(cut)) : text;

    /// <summary>The text filled up with spaces on the left.</summary>
    public static string Right(string text, int width) => Cut(text, width) is var cut ? Spaces(width - Of(cut)) + cut : text;

    /// <summary>So many spaces, none when negative.</summary>
    public static string Spaces(int count) => new(' ', Math.Max(0, count));
}
