namespace Todoku.Authentication.Signatures;

/// <summary>The algorithms of signatures (RFC 8301, RFC 8463).</summary>
public enum SigningAlgorithm
{
    /// <summary>rsa-sha256.</summary>
    RsaSha256,

    /// <summary>ed25519-sha256.</summary>
    Ed25519Sha256,

    /// <summary>rsa-sha1, which is told apart and never believed.</summary>
    RsaSha1,
}
