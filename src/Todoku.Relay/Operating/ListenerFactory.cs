using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Todoku.Relay.Configuration;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Operating;

/// <summary>Makes listeners of what the configuration says. Certificates are read anew when their files change, so that a renewed one needs no restart.</summary>
/// <param name="configuration">The configuration.</param>
internal sealed class ListenerFactory(RelayConfiguration configuration)
{
    public IReadOnlyList<SmtpListener> Make() => [.. configuration.Listeners.Select(ListenerOf)];

    private SmtpListener ListenerOf(ListenerConfiguration listener) => new()
    {
        EndPoint = listener.EndPoint,
        HasImplicitTls = listener.Tls == ListenerTls.Implicit,
        Tls = listener.Tls == ListenerTls.None || listener.Certificate is not { } files ? null : new RenewedCertificate(files).Options,
        Session = new SmtpServerOptions
        {
            HostName = configuration.HostName.ToString(),
            Role = listener.Role,
            TrustedNetworks = listener.TrustedNetworks,
            XclientNetworks = listener.XclientNetworks,
            RequiresTls = listener.Tls == ListenerTls.Required,
            Limits = configuration.Limits.Session,
            Timeouts = configuration.Limits.Timeouts,
        },
    };

    private sealed class RenewedCertificate(CertificateFiles files)
    {
        private readonly Lock _gate = new();
        private DateTime _stamp;
        private SslServerAuthenticationOptions? _options;

        public SslServerAuthenticationOptions Options()
        {
            lock (_gate)
            {
                var stamp = Later(File.GetLastWriteTimeUtc(files.Certificate), File.GetLastWriteTimeUtc(files.Key));
                if (_options is not null && stamp == _stamp) return _options;
                try
                {
                    _options = Read();
                    _stamp = stamp;
                }
                catch (Exception error) when (_options is not null && (error is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException))
                {
                    // Half of a renewal is there: the old certificate serves until the rest is.
                }
                return _options!;
            }
        }

        private SslServerAuthenticationOptions Read()
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(files.Certificate);
            var certificate = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
            return ServerCertificate.Use(certificate, chain);
        }

        private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
    }
}
