namespace Todoku.Knowledge.Words;

/// <summary>The lists of words that the program asks for; <c>words.toml</c> must hold each.</summary>
public static class WordListNames
{
    /// <summary>Host names of services that hide where a link leads.</summary>
    public const string LinkShorteners = "link-shorteners";

    /// <summary>Endings of attached files that large receivers refuse whatever is in them.</summary>
    public const string RefusedAttachments = "refused-attachments";

    /// <summary>Endings of attached files that may hold macros.</summary>
    public const string MacroAttachments = "macro-attachments";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [LinkShorteners, RefusedAttachments, MacroAttachments];
}
