using System.Net.Security;
using System.Security.Cryptography;

namespace Todoku.Sandbox.Scenarios;

/// <summary>Reads the certificate that <c>[smtp]</c> names.</summary>
internal static class CertificateReader
{
    /// <summary>Reads it; null when there is none, or after an error.</summary>
    public static SslServerAuthenticationOptions? Read(ScenarioTable smtp)
    {
        var texts = smtp.Context.Texts;
        var certificate = smtp.Text("certificate", "\"mx.pem\"");
        var key = smtp.Text("key", "\"mx.key\"");
        if (smtp.Has("key") && !smtp.Has("certificate")) smtp.Fail("key", texts.Missing("[smtp]", "certificate", "\"mx.pem\""));
        if (certificate is null) return null;
        if (!smtp.Switch("tls", true)) smtp.Fail("certificate", texts.CertificateWithoutTls);
        try
        {
            return SandboxCertificate.Read(smtp.Context.PathOf(certificate), smtp.Context.PathOf(key ?? certificate));
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            smtp.Fail("certificate", texts.BadCertificate(error.Message));
            return null;
        }
    }
}
