using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Todoku.Relay.Configuration;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Operating;

/// <summary>The certificate of a server, taken up anew when its files change, as they do every few weeks.</summary>
/// <param name="files">The files.</param>
/// <param name="tell">Is told why changed files could not be used.</param>
/// <param name="time">The clock.</param>
public sealed class ReloadingCertificate(CertificateFiles files, Action<string> tell, TimeProvider time)
{
    private readonly ReloadingFiles<SslServerAuthenticationOptions> _options = new([files.Certificate, files.Key], () => Load(files), tell, time);

    /// <summary>What a handshake is made with now.</summary>
    public SslServerAuthenticationOptions Options => _options.Current;

    /// <summary>Looks at the files now.</summary>
    public void Look() => _options.Look();

    private static SslServerAuthenticationOptions Load(CertificateFiles files)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(files.Certificate);
            return ServerCertificate.Use(certificate, [.. chain.Skip(1)]);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new FormatException($"{files.Certificate}, {files.Key}: {error.Message}", error);
        }
    }
}
