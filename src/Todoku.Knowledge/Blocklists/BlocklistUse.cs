namespace Todoku.Knowledge.Blocklists;

/// <summary>Whether a zone can be asked.</summary>
public enum BlocklistUse : byte
{
    /// <summary>By everybody, within its policy.</summary>
    Usable,

    /// <summary>Only with a key in the name, or from registered addresses.</summary>
    NeedsKey,

    /// <summary>It was closed and lists nobody.</summary>
    Dead,

    /// <summary>It was closed and answers every question as if listed.</summary>
    ListsEverybody,
}
