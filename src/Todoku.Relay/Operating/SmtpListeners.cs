using System.Net;
using System.Net.Sockets;
using Todoku.Relay.Configuration;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Operating;

/// <summary>Makes what the SMTP server listens to from the configuration.</summary>
public sealed class SmtpListeners
{
    private readonly List<ReloadingCertificate> _certificates = [];

    /// <summary>Makes them.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="sockets">Sockets that the service manager opened; those of another address than any listener's are closed.</param>
    /// <param name="tell">Is told why a certificate that changed could not be used.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FormatException">A certificate can't be used.</exception>
    /// <exception cref="IOException">A certificate can't be read.</exception>
    public SmtpListeners(RelayConfiguration configuration, IReadOnlyList<Socket> sockets, Action<string> tell, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(sockets);
        var certificates = new Dictionary<CertificateFiles, ReloadingCertificate>();
        var all = new List<SmtpListener>();
        var unused = sockets.ToList();
        foreach (var listener in configuration.Listeners)
        {
            ReloadingCertificate? certificate = null;
            if (listener.Certificate is { } files && !certificates.TryGetValue(files, out certificate))
                certificates[files] = certificate = new ReloadingCertificate(files, tell, time);
            var socket = unused.Find(one => Serves(one, listener.EndPoint));
            if (socket is not null) unused.Remove(socket);
            all.Add(new SmtpListener
            {
                EndPoint = listener.EndPoint,
                Socket = socket,
                Session = Session(configuration, listener),
                Tls = certificate is null ? null : () => certificate.Options,
                HasImplicitTls = listener.Tls == ListenerTls.Implicit,
            });
        }
        foreach (var socket in unused) socket.Dispose();
        _certificates.AddRange(certificates.Values);
        All = all;
    }

    /// <summary>The listeners, in the order of the configuration.</summary>
    public IReadOnlyList<SmtpListener> All { get; }

    /// <summary>Looks at the certificates now.</summary>
    public void Look()
    {
        foreach (var certificate in _certificates) certificate.Look();
    }

    private static SmtpServerOptions Session(RelayConfiguration configuration, ListenerConfiguration listener) => new()
    {
        HostName = configuration.HostName.ToString(),
        Role = listener.Role,
        TrustedNetworks = listener.TrustedNetworks,
        XclientNetworks = listener.XclientNetworks,
        RequiresTls = listener.Tls is ListenerTls.Required or ListenerTls.Implicit,
        Limits = configuration.Limits.Session,
        Timeouts = configuration.Limits.Timeouts,
    };

    private static bool Serves(Socket socket, IPEndPoint place) => socket.LocalEndPoint is IPEndPoint own && own.Equals(place);
}
