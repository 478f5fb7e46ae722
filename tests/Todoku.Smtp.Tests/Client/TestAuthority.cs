using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Todoku.Smtp.Tests.Client;

/// <summary>An authority that issues what a test asks for.</summary>
internal sealed class TestAuthority
{
    private static readonly DateTimeOffset From = DateTimeOffset.Parse("2020-01-01T00:00:00Z", provider: null);
    private static readonly DateTimeOffset To = DateTimeOffset.Parse("2060-01-01T00:00:00Z", provider: null);

    public TestAuthority()
    {
        var request = Request($"CN=authority {Guid.CreateVersion7()}", isAuthority: true, out _);
        Certificate = request.CreateSelfSigned(From, To);
    }

    private TestAuthority(X509Certificate2 issuer)
    {
        var request = Request("CN=middle", isAuthority: true, out var key);
        Certificate = Sign(request, key, issuer, To);
    }

    public X509Certificate2 Certificate { get; }

    public static X509Certificate2 SelfSigned(string name)
    {
        var request = Request($"CN={name}", isAuthority: false, out _);
        AddName(request, name);
        return Usable(request.CreateSelfSigned(From, To));
    }

    /// <summary>An authority that this one issued.</summary>
    public TestAuthority Below() => new(Certificate);

    public X509Certificate2 Issue(string name, bool isExpired = false)
    {
        var request = Request($"CN={name}", isAuthority: false, out var key);
        AddName(request, name);
        return Usable(Sign(request, key, Certificate, isExpired ? From.AddDays(1) : To));
    }

    private static X509Certificate2 Sign(CertificateRequest request, ECDsa key, X509Certificate2 issuer, DateTimeOffset to)
    {
        using var issuerKey = issuer.GetECDsaPrivateKey()!;
        var signed = request.Create(issuer.SubjectName, X509SignatureGenerator.CreateForECDsa(issuerKey), From, to, Guid.CreateVersion7().ToByteArray());
        return signed.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string subject, bool isAuthority, out ECDsa key)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        return request;
    }

    private static void AddName(CertificateRequest request, string name)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
    }

    // SslStream wants a key that is not bound to this process's handle.
    private static X509Certificate2 Usable(X509Certificate2 certificate) => X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
}
