using Todoku.Relay.Configuration;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Intake;
using Todoku.Relay.Intake.Smtp;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Routing.Destinations;
using Todoku.Relay.Routing.Paths;
using Todoku.Smtp.Server.Authentication;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Operating;

/// <summary>The relay put together and running: its doors, its queue, its deliveries.</summary>
public sealed class RelayService : IAsyncDisposable
{
    private readonly RelaySeams _seams;
    private readonly SmtpServerHost _host;
    private readonly DeliveryEngine _engine;
    private readonly SwitchedPolicy _policy;
    private SmtpListeners? _listeners;

    private RelayService(RelaySeams seams, RelayConfiguration configuration, DeliveryQueue queue, SteadyClock clock, ISmtpAuthenticator? users)
    {
        (_seams, Configuration, Queue) = (seams, configuration, queue);
        var host = configuration.HostName.ToString();
        var cache = new MessageCache(configuration.Delivery.Cache);
        var destinations = new DestinationFinder(seams.Dns, seams.Knowledge, new DestinationOptions { OwnNames = [host] }, seams.Time, Random.Shared);
        _policy = new SwitchedPolicy(seams.Policy(configuration));
        Intake = new IntakeParts(queue, _policy, destinations, cache, clock, new ReceiptNumbers(seams.Time.GetUtcNow()), new IntakeOptions { HostName = host }) { OnQueued = seams.Log.Queued };
        var returns = new NoReturnPaths();
        _engine = new DeliveryEngine(
            new DeliveryParts
            {
                Queue = queue,
                Cache = cache,
                Destinations = destinations,
                SmartHosts = new SmartHostFinder(seams.Dns),
                Ladder = new PathLadder(LaddersOf(configuration), LocalPathOf(configuration), clock),
                Shaper = new Shaper(new ShapeLimits()),
                Policy = new DeliveryPolicy(seams.Knowledge),
                Screen = new OpenScreen(),
                ReturnPaths = returns,
                Notices = seams.Notices,
                Connector = seams.Connector,
                Connections = new NoConnectionMemory(),
                Observer = seams.Log,
                Faults = seams.Log,
                Clock = clock,
            },
            configuration.Delivery);
        var locals = new LocalRecipients(host, configuration.Bounces?.Domain.ToString(), _ => false);
        _host = new SmtpServerHost(new RelayReceiver(Intake, locals, returns), users, null, configuration.Limits.Host, seams.Time);
    }

    /// <summary>The configuration that holds.</summary>
    public RelayConfiguration Configuration { get; private set; }

    /// <summary>The queue.</summary>
    public DeliveryQueue Queue { get; }

    /// <summary>What every door needs.</summary>
    public IntakeParts Intake { get; }

    /// <summary>Where SMTP is spoken, with the ports that were given out.</summary>
    public IReadOnlyList<System.Net.IPEndPoint> EndPoints => _host.EndPoints;

    /// <summary>Reads the queue, begins to deliver and opens the doors.</summary>
    /// <param name="seams">What it stands on; the queue is closed with the relay.</param>
    /// <param name="configuration">A valid configuration.</param>
    /// <param name="users">Knows the users that may submit; null when there are none.</param>
    /// <exception cref="System.Net.Sockets.SocketException">An address can't be listened on.</exception>
    public static async Task<RelayService> StartAsync(RelaySeams seams, RelayConfiguration configuration, ISmtpAuthenticator? users)
    {
        ArgumentNullException.ThrowIfNull(seams);
        ArgumentNullException.ThrowIfNull(configuration);
        var clock = new SteadyClock(seams.Time);
        var queue = await DeliveryQueue.OpenAsync(seams.Queue, clock).ConfigureAwait(false);
        if (queue.Loaded is LoadOutcome.Loaded loaded) seams.Log.Said("info", $"the queue holds {loaded.Entries} deliveries, {loaded.PossiblyTwice} of them possibly made before the last end");
        else if (queue.Loaded is LoadOutcome.Failed failed) seams.Log.Said("error", $"the queue could be read in part only ({failed.Entries} deliveries): {failed.Fault}: {failed.Detail}");
        var service = new RelayService(seams, configuration, queue, clock, users);
        try
        {
            service._listeners = new SmtpListeners(configuration, seams.Sockets, words => seams.Log.Said("error", words), seams.Time);
            service._host.Start(service._listeners.All);
        }
        catch
        {
            await queue.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        service._engine.Start();
        return service;
    }

    /// <summary>Takes over what a changed configuration says of policy: return paths and signing. The rest needs a restart.</summary>
    public void Apply(RelayConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _policy.Replace(_seams.Policy(configuration));
        _listeners?.Look();
        Configuration = configuration;
    }

    /// <summary>Stops: doors first, then deliveries, then the queue. Nothing that was promised is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(false);
        await _engine.DisposeAsync().ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
        await Queue.DisposeAsync().ConfigureAwait(false);
    }

    private static List<LadderRule> LaddersOf(RelayConfiguration configuration)
    {
        var byName = configuration.Paths.ToDictionary(path => path.Name, StringComparer.Ordinal);
        var rules = configuration.Ladders.Select(ladder => new LadderRule(ladder.SenderDomains, [.. ladder.Paths.Select(name => byName[name])])).ToList();
        // A mailbox of this machine is no way out.
        var all = configuration.Paths.Where(path => path is not RelayPath.Maildir).ToArray();
        if (!rules.Exists(rule => rule.SenderDomains.Count == 0) && all.Length > 0) rules.Add(new LadderRule([], all));
        return rules;
    }

    private static RelayPath LocalPathOf(RelayConfiguration configuration) =>
        configuration.Paths.FirstOrDefault(path => path is RelayPath.Maildir) ?? new RelayPath.Maildir("local", Path.Combine(configuration.DataFolder, "postmaster"));
}
