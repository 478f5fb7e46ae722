namespace Todoku.Authentication.Signatures;

/// <summary>Why a private key can't be used.</summary>
public enum PrivateKeyError
{
    /// <summary>It is no key in a known form.</summary>
    Unreadable,

    /// <summary>It is protected by a passphrase.</summary>
    Encrypted,

    /// <summary>It is a public key.</summary>
    NotPrivate,

    /// <summary>It is neither RSA nor Ed25519.</summary>
    OtherAlgorithm,

    /// <summary>It is an RSA key under 1024 bits, which nobody believes any more (RFC 8301).</summary>
    TooShort,
}
