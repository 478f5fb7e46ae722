namespace Todoku.Authentication.Arc;

/// <summary>The status of a chain, in the words of RFC 8617, section 4.4.</summary>
public enum ArcResult
{
    /// <summary>The message has no ARC fields.</summary>
    None,

    /// <summary>The chain is whole, and the message is as its last link sealed it.</summary>
    Pass,

    /// <summary>The chain is broken.</summary>
    Fail,
}
