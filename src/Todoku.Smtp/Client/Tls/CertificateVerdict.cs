namespace Todoku.Smtp.Client.Tls;

/// <summary>What was found of a certificate.</summary>
/// <param name="Failure">Why it is not taken; null when it is.</param>
/// <param name="Status">What is known of it.</param>
/// <param name="PeerName">The name that matched, else its first name.</param>
/// <param name="Detail">What is wrong with it, in words.</param>
internal readonly record struct CertificateVerdict(TlsFailure? Failure, CertificateStatus Status, string PeerName, string Detail);
