namespace Todoku.Smtp.Client.Tls;

/// <summary>Why TLS did not come about.</summary>
public enum TlsFailure : byte
{
    /// <summary>The handshake failed: no version or cipher in common, or no TLS at the other end.</summary>
    Handshake,

    /// <summary>No trusted authority issued the certificate, or it is not valid for another reason.</summary>
    NotTrusted,

    /// <summary>The certificate is over, or its time has not come.</summary>
    Expired,

    /// <summary>The certificate is for other names.</summary>
    NameMismatch,

    /// <summary>No TLSA record names the certificate.</summary>
    DaneMismatch,

    /// <summary>The server showed no certificate.</summary>
    NoCertificate,
}
