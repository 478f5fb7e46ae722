using System.Net;
using System.Net.Sockets;
using Todoku.Dns.Serving;
using Todoku.Sandbox.World;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Sandbox;

/// <summary>A world that can be reached: its name server, and the server of each provider at its own address, all at one port.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly NameServer _dns;
    private readonly IReadOnlyList<SmtpServerHost> _hosts;

    private SandboxServer(SandboxWorld world, NameServer dns, IReadOnlyList<SmtpServerHost> hosts, int port) => (World, _dns, _hosts, SmtpPort) = (world, dns, hosts, port);

    /// <summary>The world.</summary>
    public SandboxWorld World { get; }

    /// <summary>Where DNS is asked.</summary>
    public IPEndPoint Dns => _dns.EndPoint;

    /// <summary>The port of all providers.</summary>
    public int SmtpPort { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="world">The world.</param>
    /// <param name="pace">The clock that sessions wait by.</param>
    /// <exception cref="SocketException">An address or port can't be had; then nothing listens.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxWorld world, TimeProvider pace)
    {
        ArgumentNullException.ThrowIfNull(world);
        var tls = world.Scenario.HasTls ? SandboxCertificate.Make([.. world.Providers.Select(one => one.Host)], pace.GetUtcNow()) : null;
        var dns = NameServer.Start(world.Scenario.Dns, new WatchedZones(world), pace);
        var hosts = new List<SmtpServerHost>();
        try
        {
            var port = world.Scenario.SmtpPort;
            foreach (var (scenario, receiver) in world.Scenario.Providers.Zip(world.Providers))
            {
                var host = new SmtpServerHost(receiver, null, null, new SmtpHostLimits(), pace);
                hosts.Add(host);
                var session = new SmtpServerOptions { HostName = receiver.Host.ToString(), Role = SmtpListenerRole.Reception, Limits = new SmtpServerLimits { MessageSize = receiver.MessageSize } };
                host.Start([new SmtpListener { EndPoint = new IPEndPoint(scenario.Address, port), Session = session, Tls = tls is null ? null : () => tls }]);
                // All are at the port that the first one got.
                port = host.EndPoints[0].Port;
            }
            return new SandboxServer(world, dns, hosts, port);
        }
        catch
        {
            foreach (var host in hosts) await host.DisposeAsync();
            await dns.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _dns.DisposeAsync();
        foreach (var host in _hosts)
        {
            await host.StopAsync(Grace);
            await host.DisposeAsync();
        }
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
