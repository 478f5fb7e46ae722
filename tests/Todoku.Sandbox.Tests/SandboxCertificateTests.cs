using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Todoku.Sandbox.Tests;

/// <summary>The certificate that providers show.</summary>
public sealed class SandboxCertificateTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Providers_show_the_certificate_of_the_scenario(bool isInOneFile)
    {
        var folder = Directory.CreateTempSubdirectory("todoku-certificate-");
        try
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var made = new CertificateRequest("CN=wrong.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(90));
            File.WriteAllText(Path.Combine(folder.FullName, "mx.pem"), made.ExportCertificatePem() + "\n" + (isInOneFile ? key.ExportPkcs8PrivateKeyPem() : ""));
            File.WriteAllText(Path.Combine(folder.FullName, "mx.key"), key.ExportPkcs8PrivateKeyPem());
            await using var world = await TestWorld.StartAsync($"""
                certificate = "mx.pem"
                {(isInOneFile ? "" : "key = \"mx.key\"")}
                [[provider]]
                profile = "plain"
                host = "mx.example.net"
                address = "127.0.2.43"
                domains = ["example.net"]
                """, folder.FullName);

            Assert.Equal(made.Thumbprint, await ThumbprintAsync("127.0.2.43", world.Server.SmtpPort));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string?> ThumbprintAsync(string address, int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Parse(address), port);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, false, 1, leaveOpen: true);
        await reader.ReadLineAsync();
        await stream.WriteAsync("STARTTLS\r\n"u8.ToArray());
        Assert.StartsWith("220", await reader.ReadLineAsync(), StringComparison.Ordinal);
        string? seen = null;
#pragma warning disable CA5359 // What it shows is what is looked at.
        await using var tls = new SslStream(stream, leaveInnerStreamOpen: true, (_, certificate, _, _) => (seen = certificate?.GetCertHashString()) is not null);
#pragma warning restore CA5359
        await tls.AuthenticateAsClientAsync("mx.example.net");
        return seen;
    }
}
