namespace Todoku.Smtp.Server;

/// <summary>What a TLS handshake agreed on.</summary>
/// <param name="Protocol">As Received fields name it: <c>TLS1.3</c>.</param>
/// <param name="CipherSuite">Its registered name: <c>TLS_AES_256_GCM_SHA384</c>.</param>
public sealed record TlsDetails(string Protocol, string CipherSuite);
