using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Todoku.Relay.Tests;

/// <summary>A certificate with its key, both as PEM.</summary>
internal sealed class TestCertificate
{
    public TestCertificate(string name, int untilYear = 2060)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.Parse("2020-01-01T00:00:00Z", provider: null), new DateTimeOffset(untilYear, 1, 1, 0, 0, 0, TimeSpan.Zero));
        (Pem, KeyPem) = (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public string Pem { get; }

    public string KeyPem { get; }
}
