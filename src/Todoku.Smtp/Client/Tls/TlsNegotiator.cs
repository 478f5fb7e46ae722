using System.ComponentModel;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Todoku.Smtp.Client.Wire;

namespace Todoku.Smtp.Client.Tls;

/// <summary>Begins TLS on a connection.</summary>
internal static class TlsNegotiator
{
    /// <summary>Begins it and says what came about.</summary>
    /// <returns>The stream to go on with, which closes <paramref name="inner"/>.</returns>
    /// <exception cref="TlsException">It did not come about.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<(Stream Stream, TlsSessionInfo Info)> BeginAsync(Stream inner, TlsSettings settings, CancellationToken ct)
    {
        CertificateVerdict? verdict = null;
        var stream = new SslStream(inner, leaveInnerStreamOpen: false);
        try
        {
            var options = OptionsOf(settings);
            options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                verdict = CertificateJudge.Judge(settings, certificate as X509Certificate2, chain, errors);
                return verdict.Value.Failure is null;
            };
            await stream.AuthenticateAsClientAsync(options, ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AuthenticationException or CryptographicException or Win32Exception or InvalidOperationException or ArgumentException)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            if (verdict is { Failure: { } failure } seen) throw new TlsException(failure, seen.Detail, seen.PeerName);
            throw new TlsException(TlsFailure.Handshake, PrintableText.Of((error.InnerException ?? error).Message), verdict?.PeerName ?? "");
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return (stream, new TlsSessionInfo(VersionName(stream.SslProtocol), stream.NegotiatedCipherSuite.ToString(), verdict?.PeerName ?? "", verdict?.Status ?? CertificateStatus.Untrusted));
    }

    private static SslClientAuthenticationOptions OptionsOf(TlsSettings settings)
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            // A certificate is a stranger's: what it names as its issuer's address is not fetched.
            DisableCertificateDownloads = true,
        };
        if (settings.Authorities.Count > 0)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            foreach (var authority in settings.Authorities) policy.CustomTrustStore.Add(authority);
        }
        return new SslClientAuthenticationOptions
        {
            TargetHost = settings.ServerName?.ToString() ?? "",
            EnabledSslProtocols = settings.MinimumVersion == TlsVersion.Tls13 ? SslProtocols.Tls13 : SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = policy,
            AllowRenegotiation = false,
        };
    }

    private static string VersionName(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls12 => "TLSv1.2",
        SslProtocols.Tls13 => "TLSv1.3",
        _ => protocol.ToString(),
    };
}
