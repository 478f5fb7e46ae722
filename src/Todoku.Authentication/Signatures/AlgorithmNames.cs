namespace Todoku.Authentication.Signatures;

/// <summary>How algorithms are written in <c>a=</c>.</summary>
public static class AlgorithmNames
{
    /// <summary>The name.</summary>
    public static string Of(SigningAlgorithm algorithm) => algorithm switch
    {
        SigningAlgorithm.RsaSha256 => "rsa-sha256",
        SigningAlgorithm.Ed25519Sha256 => "ed25519-sha256",
        SigningAlgorithm.RsaSha1 => "rsa-sha1",
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };
}
