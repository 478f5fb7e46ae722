namespace Todoku.Diagnosis;

/// <summary>What a fact says about what a reply said.</summary>
public enum FactRelation
{
    /// <summary>It does not bear on it, or is not known.</summary>
    NoBearing,

    /// <summary>DNS shows the very fault that the reply names.</summary>
    Confirms,

    /// <summary>DNS shows a fault that can have brought it about.</summary>
    Explains,

    /// <summary>DNS shows the opposite of what the reply says: it was changed since, or the receiver saw other identities.</summary>
    Contradicts,
}
