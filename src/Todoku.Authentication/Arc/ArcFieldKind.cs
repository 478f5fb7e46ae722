namespace Todoku.Authentication.Arc;

/// <summary>The three fields of a set (RFC 8617, section 4.1).</summary>
public enum ArcFieldKind
{
    /// <summary>ARC-Authentication-Results.</summary>
    AuthenticationResults,

    /// <summary>ARC-Message-Signature.</summary>
    MessageSignature,

    /// <summary>ARC-Seal.</summary>
    Seal,
}
