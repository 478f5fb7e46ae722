namespace Todoku.Diagnosis.Messages.Charsets;

/// <summary>The charset that octets are really in, as far as they tell.</summary>
public enum TrueCharset
{
    /// <summary>No octet above 127 and no escape sequence: fits every charset of mail.</summary>
    Ascii,

    /// <summary>UTF-8 (RFC 3629) with other characters than ASCII.</summary>
    Utf8,

    /// <summary>ISO-2022-JP (RFC 1468): seven bits with escape sequences.</summary>
    Iso2022Jp,

    /// <summary>Shift_JIS, that of Windows among them.</summary>
    ShiftJis,

    /// <summary>EUC-JP.</summary>
    EucJp,

    /// <summary>Something with eight bits: ISO-8859, GB 18030 and many others that can't be told from one another.</summary>
    Other,
}
