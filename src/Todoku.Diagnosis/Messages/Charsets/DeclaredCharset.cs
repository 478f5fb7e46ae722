namespace Todoku.Diagnosis.Messages.Charsets;

/// <summary>Whether a declared charset is the true one.</summary>
public static class DeclaredCharset
{
    /// <summary>The name to declare for a charset; empty when it can't be told.</summary>
    public static string NameOf(TrueCharset charset) => charset switch
    {
        TrueCharset.Ascii => "US-ASCII",
        TrueCharset.Utf8 => "UTF-8",
        TrueCharset.Iso2022Jp => "ISO-2022-JP",
        TrueCharset.ShiftJis => "Shift_JIS",
        TrueCharset.EucJp => "EUC-JP",
        _ => "",
    };

    /// <summary>Whether a text in the true charset may be declared so. What can't be told counts as right.</summary>
    /// <param name="declared">As it was declared.</param>
    /// <param name="charset">The true one.</param>
    public static bool Fits(string declared, TrueCharset charset)
    {
        ArgumentNullException.ThrowIfNull(declared);
        if (charset == TrueCharset.Ascii) return true;
        return FamilyOf(declared) switch
        {
            { } family => family == charset,
            // A text in another charset than these has no escape sequences, and is not well-formed UTF-8 by chance.
            null => charset is not (TrueCharset.Utf8 or TrueCharset.Iso2022Jp) || IsOpen(declared, charset),
        };
    }

    private static TrueCharset? FamilyOf(string declared) => declared.ToLowerInvariant() switch
    {
        "us-ascii" or "ascii" or "ansi_x3.4-1968" or "iso646-us" => TrueCharset.Ascii,
        "utf-8" or "utf8" or "unicode-1-1-utf-8" => TrueCharset.Utf8,
        "iso-2022-jp" or "iso2022jp" or "iso-2022-jp-1" or "iso-2022-jp-2" or "iso-2022-jp-ms" or "cp50220" or "cp50221" or "csiso2022jp" or "jis" => TrueCharset.Iso2022Jp,
        "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "windows-31j" or "cp932" or "ms_kanji" or "ms932" or "sjis-win" => TrueCharset.ShiftJis,
        "euc-jp" or "x-euc-jp" or "eucjp" or "euc_jp" or "eucjp-ms" or "cp51932" or "eucjp-win" => TrueCharset.EucJp,
        _ => null,
    };

    // Charsets of which nothing is known, and those with escape sequences of their own.
    private static bool IsOpen(string declared, TrueCharset charset)
    {
        var name = declared.ToLowerInvariant();
        if (charset == TrueCharset.Iso2022Jp) return name.StartsWith("iso-2022", StringComparison.Ordinal) || name.StartsWith("utf-16", StringComparison.Ordinal);
        return !name.StartsWith("iso-8859", StringComparison.Ordinal) && !name.StartsWith("windows-125", StringComparison.Ordinal) && !name.StartsWith("koi8", StringComparison.Ordinal)
            && !name.StartsWith("latin", StringComparison.Ordinal);
    }
}
