using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Todoku.Mail.Internationalized;

/// <summary>
/// Decides which labels are shown as U-labels. Who registers a look-alike of somebody else's domain wants it shown; so a label is shown only when all of this holds:
/// <list type="table">
/// <item><term>valid</term><description>it decodes, and encodes to the very same label again.</description></item>
/// <item><term>known</term><description>all its characters are letters of scripts in <see cref="LabelScripts"/>, ASCII digits or hyphens.</description></item>
/// <item><term>one writing</term><description>its letters are of one script, or of those that Japanese, Korean or Chinese mix: Han with kana, Hangul or Bopomofo, each also with Latin
/// (Unicode Technical Standard 39, section 5.2, "highly restrictive").</description></item>
/// <item><term>no look-alike</term><description>a label in Cyrillic or Greek has a letter that no Latin one looks like; beside Latin letters there is no kana or ideograph that looks like a
/// stroke or a slash, and a prolonged sound mark only behind kana.</description></item>
/// </list>
/// </summary>
internal static class ReadableLabel
{
    // IDNA2003's mapping is not wanted: what it would change is refused by the comparison.
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    private const string CyrillicLikeLatin = "асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтвн";
    private const string GreekLikeLatin = "αεηικνορτυχωγβ";
    private const string Strokes = "ノ丿丶ヽヾ一〇ニ二ロ口エ工";
    private const char ProlongedSound = 'ー';

    /// <summary>Decodes an A-label that is safe to show.</summary>
    public static bool TryDecode(string label, [NotNullWhen(true)] out string? readable)
    {
        readable = null;
        string decoded;
        try
        {
            decoded = Idn.GetUnicode(label.ToLowerInvariant());
            if (!Idn.GetAscii(decoded).Equals(label, StringComparison.OrdinalIgnoreCase)) return false;
        }
        catch (ArgumentException)
        {
            return false;
        }
        if (decoded.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) || !IsOfOneWriting(decoded, out var scripts)) return false;
        if (scripts.HasFlag(LabelScript.Cyrillic) && decoded.All(c => !char.IsLetter(c) || CyrillicLikeLatin.Contains(c, StringComparison.Ordinal))) return false;
        if (scripts.HasFlag(LabelScript.Greek) && decoded.All(c => !char.IsLetter(c) || GreekLikeLatin.Contains(c, StringComparison.Ordinal))) return false;
        if (!HasHonestStrokes(decoded, scripts)) return false;
        readable = decoded;
        return true;
    }

    private static bool IsOfOneWriting(string text, out LabelScript scripts)
    {
        scripts = LabelScript.None;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiDigit((char)rune.Value) || rune.Value == '-')) continue;
            if (LabelScripts.Of(rune) is not { } script) return false;
            scripts |= script;
        }
        var asian = scripts & ~LabelScript.Latin;
        return LabelScripts.IsSingle(scripts) || asian switch
        {
            LabelScript.None => false,
            _ => (asian & ~LabelScripts.Japanese) == 0 || (asian & ~LabelScripts.Korean) == 0 || (asian & ~LabelScripts.Chinese) == 0,
        };
    }

    private static bool HasHonestStrokes(string text, LabelScript scripts)
    {
        var isMixed = scripts.HasFlag(LabelScript.Latin) && scripts != LabelScript.Latin;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ProlongedSound && (i == 0 || LabelScripts.Of(new Rune(text[i - 1])) is not (LabelScript.Katakana or LabelScript.Hiragana))) return false;
            if (isMixed && Strokes.Contains(text[i], StringComparison.Ordinal)) return false;
        }
        // A label of strokes alone is a line, not a word.
        return !text.All(c => c is '-' or ProlongedSound || Strokes.Contains(c, StringComparison.Ordinal));
    }
}
