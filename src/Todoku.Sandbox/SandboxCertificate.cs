using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Todoku.Mail;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Sandbox;

/// <summary>A certificate for the providers of a world, made when it begins. It is signed by itself, as many mail servers' are: good for opportunistic TLS, and for nothing that verifies.</summary>
public static class SandboxCertificate
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

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
