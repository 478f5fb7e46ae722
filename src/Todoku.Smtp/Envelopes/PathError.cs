namespace Todoku.Smtp.Envelopes;

/// <summary>Why a text is no path of an envelope.</summary>
public enum PathError : byte
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>There is no <c>&lt;</c>, or no <c>&gt;</c> where the path ends.</summary>
    NotInBrackets,

    /// <summary>The local part is empty, too long, or holds what the grammar has not.</summary>
    LocalPart,

    /// <summary>The domain is empty, too long, or holds what the grammar has not.</summary>
    Domain,
}
