using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Todoku.Mail;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Sandbox;

/// <summary>
/// The certificate of the providers of a world: that of a scenario's files, or one made when it begins. That one is signed by itself, as many mail servers' are: good for
/// opportunistic TLS, and for nothing that verifies.
/// </summary>
public static class SandboxCertificate
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>Reads it.</summary>
    /// <param name="certificate">A PEM file: the certificate, then those between it and its root.</param>
    /// <param name="key">A PEM file with its private key; may be the same one.</param>
    /// <exception cref="CryptographicException">They hold no such thing, or don't belong together.</exception>
    /// <exception cref="ArgumentException">They hold no such thing.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public static SslServerAuthenticationOptions Read(string certificate, string key)
    {
        var own = X509Certificate2.CreateFromPemFile(certificate, key);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificate);
        return ServerCertificate.Use(own, [.. chain.Skip(1)]);
    }

    /// <summary>Makes it.</summary>
    /// <param name="hosts">The names that it is for.</param>
    /// <param name="now">The machine's time, which clients judge it by.</param>
    public static SslServerAuthenticationOptions Make(IReadOnlyList<DomainName> hosts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Todoku sandbox", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts) names.AddDnsName(host.ToString());
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now + Life);
        return ServerCertificate.Use(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null));
    }
}
