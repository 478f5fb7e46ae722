namespace Todoku.Relay.Policy;

/// <summary>Why the relay did not sign a message.</summary>
public enum NotSignedReason : byte
{
    /// <summary>There is neither a key for the domain of its From field nor a fallback.</summary>
    NoKey,

    /// <summary>It has no From field, which every signature covers (RFC 6376, section 5.4).</summary>
    NoFrom,

    /// <summary>It stays on this machine, and may be anybody's.</summary>
    Local,

    /// <summary>The files of its keys can't be used.</summary>
    UnusableKey,
}
