namespace Todoku.Authentication.Signatures;

/// <summary>The algorithms that signatures may have today (RFC 8301, RFC 8463).</summary>
public enum SigningAlgorithm
{
    /// <summary>rsa-sha256.</summary>
    RsaSha256,

    /// <summary>ed25519-sha256.</summary>
    Ed25519Sha256,
}
