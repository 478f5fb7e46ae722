using System.Net;
using System.Net.Sockets;
using Todoku.Dns.Serving;
using Todoku.Sandbox.World;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Sandbox;

/// <summary>A world that can be reached: its name server if it has one, and the server of each provider at its own addresses, all at one port.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly NameServer? _dns;
    private readonly IReadOnlyList<SmtpServerHost> _hosts;

    private SandboxServer(SandboxWorld world, NameServer? dns, IReadOnlyList<SmtpServerHost> hosts, int port) => (World, _dns, _hosts, SmtpPort) = (world, dns, hosts, port);

    /// <summary>The world.</summary>
    public SandboxWorld World { get; }

    /// <summary>Where its DNS is asked; null when it has none of its own.</summary>
    public IPEndPoint? Dns => _dns?.EndPoint;

    /// <summary>The port of all providers.</summary>
    public int SmtpPort { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="world">The world.</param>
    /// <param name="pace">The clock that sessions wait by.</param>
    /// <exception cref="SocketException">An address or port can't be had; then nothing listens.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxWorld world, TimeProvider pace)
    {
        ArgumentNullException.ThrowIfNull(world);
        var scenario = world.Scenario;
        var tls = scenario.HasTls ? scenario.Certificate ?? SandboxCertificate.Make([.. world.Providers.Select(one => one.Host)], pace.GetUtcNow()) : null;
        var dns = scenario.Dns is { } place ? NameServer.Start(place, new WatchedZones(world), pace) : null;
        var hosts = new List<SmtpServerHost>();
        try
        {
            var port = scenario.SmtpPort;
            foreach (var (receiver, address) in scenario.Providers.Zip(world.Providers).SelectMany(pair => pair.First.Addresses.Select(address => (pair.Second, address))))
            {
                var host = new SmtpServerHost(receiver, null, null, new SmtpHostLimits(), pace);
                hosts.Add(host);
                var session = new SmtpServerOptions { HostName = receiver.Host.ToString(), Role = SmtpListenerRole.Reception, Limits = new SmtpServerLimits { MessageSize = receiver.MessageSize } };
                host.Start([new SmtpListener { EndPoint = new IPEndPoint(address, port), Session = session, Tls = tls is null ? null : () => tls }]);
                // All are at the port that the first one got.
                port = host.EndPoints[0].Port;
            }
            return new SandboxServer(world, dns, hosts, port);
        }
        catch
        {
            foreach (var host in hosts) await host.DisposeAsync();
            if (dns is not null) await dns.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_dns is not null) await _dns.DisposeAsync();
        // At once: an open session may take all of its grace.
        await Task.WhenAll(_hosts.Select(host => host.StopAsync(Grace)));
        foreach (var host in _hosts) await host.DisposeAsync();
    }

    // What is due happens before a question is answered.
    private sealed class WatchedZones(SandboxWorld world) : INameServerContent
    {
        public ValueTask<ServedAnswer> AnswerAsync(Todoku.Dns.DnsQuestion question, CancellationToken cancellationToken)
        {
            world.Look();
            return world.Zones.AnswerAsync(question, cancellationToken);
        }
    }
}
