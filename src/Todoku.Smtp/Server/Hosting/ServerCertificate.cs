using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Todoku.Smtp.Server.Hosting;

/// <summary>Makes the TLS settings of a server: TLS 1.2 and later (RFC 8996), no renegotiation.</summary>
public static class ServerCertificate
{
    /// <summary>The settings for a certificate with its private key.</summary>
    /// <param name="certificate">The server's certificate.</param>
    /// <param name="intermediates">The certificates between it and its root, which clients need to be sent.</param>
    public static SslServerAuthenticationOptions Use(X509Certificate2 certificate, X509Certificate2Collection? intermediates = null) => new()
    {
        // offline: nothing is fetched to complete the chain or to staple; a server must not need the network to answer.
        ServerCertificateContext = SslStreamCertificateContext.Create(certificate, intermediates, offline: true),
#pragma warning disable CA5398 // The oldest version that may be spoken is a matter of the standard, not of the machine.
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
        AllowRenegotiation = false,
        ClientCertificateRequired = false,
    };
}
