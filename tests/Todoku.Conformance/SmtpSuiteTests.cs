using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Authentication;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Conformance;

/// <summary>The SMTP server under the robustness suite: no case fails, and no more are a matter of taste than with Postfix.</summary>
public sealed class SmtpSuiteTests
{
    /// <summary>What Postfix 3.7 with its own defaults is warned for.</summary>
    private const int WarningsOfPostfix = 8;

    [Fact]
    public async Task Every_case_passes()
    {
        var store = Directory.CreateTempSubdirectory("todoku-smtp-");
        try
        {
            var users = new PasswordTable([KeyValuePair.Create("user", ScramCredential.Create("secret"))]);
            await using var host = new SmtpServerHost(new MailFolder(store.FullName, "local.test"), users, null, new SmtpHostLimits(), TimeProvider.System);
            host.Start([Listener()]);

            var run = await SuiteRun.RunAgainstServerAsync("smtp_suite.py", $"127.0.0.1:{host.EndPoints[0].Port}", "--store", store.FullName, "--auth", "user:secret");

            TestContext.Current.TestOutputHelper?.WriteLine(run.Output);
            run.AssertPassed();
            Assert.True(run.Output.Split('\n').Count(line => line.StartsWith("warn", StringComparison.Ordinal)) <= WarningsOfPostfix, run.Output);
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }

    private static SmtpListener Listener()
    {
        var tls = ServerCertificate.Use(SelfSigned());
        return new SmtpListener
        {
            EndPoint = new IPEndPoint(IPAddress.Loopback, 0),
            Tls = () => tls,
            Session = new SmtpServerOptions
            {
                HostName = "mail.local.test",
                Role = SmtpListenerRole.TrustedNetworks,
                AllowsPlainPasswordsOnLoopback = false,
                Limits = new SmtpServerLimits { MessageSize = 5_000_000 },
            },
        };
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=mail.local.test", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
    }
}
