namespace Todoku.Relay.Configuration;

/// <summary>A certificate and its key, both in PEM. They are read anew when they change.</summary>
/// <param name="Certificate">The file of the certificate, with the intermediate ones behind it.</param>
/// <param name="Key">The file of its private key.</param>
public sealed record CertificateFiles(string Certificate, string Key);
