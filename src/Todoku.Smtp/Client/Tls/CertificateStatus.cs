namespace Todoku.Smtp.Client.Tls;

/// <summary>What is known of a server's certificate, from nothing to most.</summary>
public enum CertificateStatus : byte
{
    /// <summary>No trusted authority issued it. The mail is encrypted, to whom is not known.</summary>
    Untrusted,

    /// <summary>A trusted authority issued it, for another name.</summary>
    Trusted,

    /// <summary>A trusted authority issued it for the server's name.</summary>
    Verified,

    /// <summary>A TLSA record under DNSSEC names it (RFC 7672).</summary>
    Dane,
}
