namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>What a DNS panel did to a key on its way into DNS.</summary>
internal enum KeyFault
{
    /// <summary>Nothing that could be seen.</summary>
    None,

    /// <summary>The value ends early; the rest of the key is lost.</summary>
    Cut,

    /// <summary>Only what stood before the first semicolon arrived.</summary>
    EndsAtSemicolon,

    /// <summary>Backslashes stand before semicolons or quotation marks, as a master file has them.</summary>
    Escaped,

    /// <summary>Quotation marks, or the rest of a line of a master file, are part of the value.</summary>
    Quoted,

    /// <summary>The pieces of one value stand in several records.</summary>
    Split,
}
