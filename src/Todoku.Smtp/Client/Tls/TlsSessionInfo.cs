namespace Todoku.Smtp.Client.Tls;

/// <summary>The TLS of a session, for the record of its attempts.</summary>
/// <param name="Protocol">The version as logs have it: <c>TLSv1.3</c>.</param>
/// <param name="Cipher">The cipher suite by its registered name.</param>
/// <param name="PeerName">The name that matched, else the certificate's first name; printable ASCII.</param>
/// <param name="Certificate">What is known of the certificate.</param>
public sealed record TlsSessionInfo(string Protocol, string Cipher, string PeerName, CertificateStatus Certificate);
