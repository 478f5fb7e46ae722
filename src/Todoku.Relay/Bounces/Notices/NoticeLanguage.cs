using System.Text;
using Todoku.Knowledge;
using Todoku.Mail.Messages;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>
/// Guesses the language that the sender of a message reads, by its header, in this order: Content-Language; a Japanese charset in Subject, From or Content-Type;
/// kana in Subject or From. Else it is the relay's own: a Subject in ASCII tells nothing.
/// </summary>
internal static class NoticeLanguage
{
    private const int LongestField = 2000;

    private static readonly string[] JapaneseCharsets = ["iso-2022-jp", "shift_jis", "shift-jis", "windows-31j", "euc-jp", "cp932", "sjis"];

    /// <summary>The language.</summary>
    public static Language Of(MessageHeaders headers, Language own)
    {
        if (First(headers, "Content-Language"u8) is { Length: > 0 } tag)
        {
            if (tag.StartsWith("ja", StringComparison.OrdinalIgnoreCase)) return Language.Japanese;
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return Language.English;
        }
        if (HasJapaneseCharset(First(headers, "Subject"u8), "=?") || HasJapaneseCharset(First(headers, "From"u8), "=?")) return Language.Japanese;
        if (HasJapaneseCharset(First(headers, "Content-Type"u8), "charset=")) return Language.Japanese;
        return HasKana(FieldText.Of(headers, "Subject"u8)) || HasKana(FieldText.Of(headers, "From"u8)) ? Language.Japanese : own;
    }

    private static string First(MessageHeaders headers, ReadOnlySpan<byte> name)
    {
        var fields = headers.All(name);
        if (fields.Count == 0) return "";
        var value = fields[0].Unfold();
        return Encoding.Latin1.GetString(value.AsSpan(0, Math.Min(value.Length, LongestField)));
    }

    private static bool HasJapaneseCharset(string value, string before)
    {
        for (var at = 0; (at = value.IndexOf(before, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += before.Length;
            var name = value.AsSpan(at).TrimStart('"');
            foreach (var charset in JapaneseCharsets)
                if (name.StartsWith(charset, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static bool HasKana(string text) => text.AsSpan().ContainsAnyInRange('\u3041', '\u30FC') || text.AsSpan().ContainsAnyInRange('\uFF66', '\uFF9D');
}
