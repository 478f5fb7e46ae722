namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>Why the answer of a zone says nothing of whether somebody is listed.</summary>
public enum BlocklistTrouble
{
    /// <summary>The list does not answer this resolver: a code that says so (127.255.255.x), REFUSED, or a key is wanted.</summary>
    Refused,

    /// <summary>It does not list its own test entry: it was closed, or is silent towards this resolver.</summary>
    Silent,

    /// <summary>It lists what it must never list, or is known to list everybody.</summary>
    ListsEverybody,

    /// <summary>The answer is no code of a list: the resolver puts addresses of its own in place of "no such name", or the zone's domain was sold.</summary>
    Rewritten,

    /// <summary>A code that the list's documentation does not have.</summary>
    UnknownCode,

    /// <summary>No answer from DNS.</summary>
    NoAnswer,

    /// <summary>The list was closed.</summary>
    Closed,
}
