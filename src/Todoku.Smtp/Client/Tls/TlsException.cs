namespace Todoku.Smtp.Client.Tls;

/// <summary>TLS did not come about. Caught once in the session and made an outcome; never leaves it.</summary>
internal sealed class TlsException(TlsFailure failure, string detail, string peerName) : Exception(detail)
{
    /// <summary>Why.</summary>
    public TlsFailure Failure { get; } = failure;

    /// <summary>The name in the certificate; may be empty.</summary>
    public string PeerName { get; } = peerName;
}
