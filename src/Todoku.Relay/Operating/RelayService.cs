using System.Net;
using System.Net.Sockets;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Spf;
using Todoku.Mail;
using Todoku.Knowledge;
using Todoku.Relay.Bounces;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Configuration;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Downgrade;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Delivery.Traces;
using Todoku.Relay.Intake;
using Todoku.Relay.Intake.Api;
using Todoku.Relay.Intake.Pickup;
using Todoku.Relay.Intake.Smtp;
using Todoku.Relay.Intake.Users;
using Todoku.Relay.Operating.Log;
using Todoku.Relay.Operating.Metrics;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Routing.Destinations;
using Todoku.Relay.Routing.Paths;
using Todoku.Relay.Sendmail;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Operating;

/// <summary>The relay put together and running: its doors, its queue, its deliveries.</summary>
public sealed class RelayService : IAsyncDisposable
{
    // More than a command that looks into the queue, or a relay that ends, keeps it open.
    private static readonly TimeSpan QueuePatience = TimeSpan.FromSeconds(10);

    private readonly RelaySeams _seams;
    private readonly SmtpServerHost _host;
    private readonly DeliveryEngine _engine;
    private readonly SwitchedPolicy _policy;
    private readonly ConfigurationHolder _holder;
    private readonly FileUsers? _users;
    private readonly BounceService _bounces;
    private readonly DestinationService _destinations;
    private readonly EightBitDowngrade _downgrade;
    private readonly RelayReceiver _receiver;
    private readonly NoticeWriter _notices;
    private SendmailDoor? _sendmail;
    private SmtpListeners? _listeners;

    private RelayService(RelaySeams seams, ConfigurationHolder holder, DeliveryQueue queue, PathLadder paths, SteadyClock clock, BounceService bounces)
    {
        (_seams, _holder, Queue, Paths, _bounces) = (seams, holder, queue, paths, bounces);
        var configuration = holder.Current;
        _users = configuration.UsersFile is { } file ? new FileUsers(file, words => seams.Log.Said("warning", words), seams.Time) : null;
        var host = configuration.HostName.ToString();
        var options = configuration.Delivery;
        var cache = new MessageCache(options.Cache);
        _destinations = new DestinationService(seams.Dns, seams.Policies, seams.State, seams.Knowledge, DestinationsOf(configuration), clock, words => seams.Log.Said("warning", words));
        var destinations = _destinations.Finder;
        _policy = new SwitchedPolicy(PolicyFactory.Of(configuration, seams.Time));
        _notices = new NoticeWriter(seams.Knowledge, NoticesOf(configuration), seams.Time, LaneOf);
        var counters = new RelayCounters(_notices);
        Intake = new IntakeParts(queue, _policy, destinations, cache, clock, new IntakeOptions { HostName = host })
        {
            OnQueued = seams.Log.Queued,
            OnAnswered = counters.Answered,
        };
        Shaper = new Shaper(ShapesOf(configuration, seams.Knowledge), clock);
        var nowhere = new NoReturnPaths();
        Traces = new SessionTraces(configuration.Log.KeepsAllTraces, new TraceLimits());
        _downgrade = new EightBitDowngrade(_policy, words => seams.Log.Said("info", words));
        _engine = new DeliveryEngine(
            new DeliveryParts
            {
                Queue = queue,
                Cache = cache,
                Destinations = destinations,
                SmartHosts = new SmartHostFinder(seams.Dns),
                Ladder = paths,
                Shaper = Shaper,
                Policy = new DeliveryPolicy(seams.Knowledge),
                Screen = bounces.Suppressed,
                ReturnPaths = bounces.Paths ?? nowhere,
                Notices = counters,
                Downgrade = _downgrade,
                Traces = Traces,
                Connector = seams.Connector,
                Connections = _destinations.Connections,
                Observer = new AttemptObservers(bounces.Beside(seams.Log), counters),
                Faults = seams.Log,
                Clock = clock,
            },
            options);
        var locals = new LocalRecipients(host, configuration.Bounces?.Domain.ToString(), bounces.IsReturnPath);
        var returned = bounces.Receiver(queue, seams.Knowledge, _notices, LaneOf, seams.Log) ?? nowhere;
        _receiver = new RelayReceiver(Intake, locals, returned, UsersOf(configuration));
        _host = new SmtpServerHost(_receiver, _users, counters, configuration.Limits.Host, seams.Time);
        Metrics = new RelayMetrics(counters, new MetricsSources
        {
            Queue = queue,
            Engine = _engine,
            Host = _host,
            Paths = paths,
            Suppressed = bounces.Suppressed,
            DataFolder = configuration.DataFolder,
            LogLinesLost = () => seams.Log.LeftOut,
            Time = seams.Time,
        });
    }

    /// <summary>The configuration that holds.</summary>
    public RelayConfiguration Configuration => _holder.Current;

    /// <summary>The queue.</summary>
    public DeliveryQueue Queue { get; }

    /// <summary>The paths.</summary>
    public PathLadder Paths { get; }

    /// <summary>How much is sent at a time.</summary>
    public Shaper Shaper { get; }

    /// <summary>The figures for Prometheus.</summary>
    public RelayMetrics Metrics { get; }

    /// <summary>The dialogues with servers that are remembered.</summary>
    public SessionTraces Traces { get; }

    /// <summary>The recipients that are not written to any more.</summary>
    public SuppressionList Suppressed => _bounces.Suppressed;

    /// <summary>The door for mail by HTTP.</summary>
    public ApiIntake Api => new(_receiver, new ApiLimits { MessageSize = Configuration.Limits.Session.MessageSize, Recipients = Configuration.Limits.Session.Recipients });

    /// <summary>What every door needs.</summary>
    public IntakeParts Intake { get; }

    /// <summary>Where SMTP is spoken, with the ports that were given out.</summary>
    public IReadOnlyList<System.Net.IPEndPoint> EndPoints => _host.EndPoints;

    /// <summary>Reads the queue and opens the doors; <see cref="Begin"/> then begins to deliver.</summary>
    /// <param name="seams">What it stands on; the queue is closed with the relay.</param>
    /// <param name="holder">A valid configuration.</param>
    /// <param name="sockets">Sockets of <c>[[listen]]</c> that are bound already.</param>
    /// <param name="sendmail">The socket of <c>[sendmail]</c>, when the service manager opened it.</param>
    /// <exception cref="SocketException">An address can't be listened on.</exception>
    /// <exception cref="FormatException">A certificate can't be used, or the file of secrets for return paths.</exception>
    /// <exception cref="IOException">A certificate can't be read, or the socket of sendmail can't be had.</exception>
    /// <exception cref="QueueInUseException">Another process has the queue open, for longer than a command of an administrator takes.</exception>
    public static async Task<RelayService> OpenAsync(RelaySeams seams, ConfigurationHolder holder, IReadOnlyList<Socket> sockets, Socket? sendmail = null)
    {
        ArgumentNullException.ThrowIfNull(seams);
        ArgumentNullException.ThrowIfNull(holder);
        var clock = new SteadyClock(seams.Time);
        // Before all else: a relay without its queue would take new mail and leave what it promised lying.
        var queue = await DeliveryQueue.OpenAsync(seams.Queue, clock, QueuePatience).ConfigureAwait(false);
        if (queue.Loaded is LoadOutcome.Failed { Fault: StorageFault.InUse, Detail: var detail })
        {
            await queue.DisposeAsync().ConfigureAwait(false);
            throw new QueueInUseException(detail);
        }
        var bounces = new BounceService(seams.State, clock, ReturnPathsOf(holder.Current));
        if (await bounces.LoadAsync().ConfigureAwait(false) is LoadOutcome.Failed lost)
            seams.Log.Said("error", $"the suppression list could be read in part only ({lost.Fault}: {lost.Detail}): mail may go to recipients on it");
        var configuration = holder.Current;
        var observer = new PathLog(seams.Log);
        var authorization = new PathAuthorization(seams.Dns, new SpfEvaluator(seams.Time), new SuffixListFinder(seams.Knowledge.PublicSuffixes), clock, observer);
        var paths = await PathLadder.OpenAsync(PathsOf(configuration), seams.State, authorization, clock, observer, Random.Shared).ConfigureAwait(false);
        var service = new RelayService(seams, holder, queue, paths, clock, bounces);
        try
        {
            if (await service._destinations.LoadAsync().ConfigureAwait(false) is { Length: > 0 } unread) seams.Log.Said("warning", unread);
            service._listeners = new SmtpListeners(holder.Current, sockets, words => seams.Log.Said("warning", words), seams.Time);
            service._sendmail = SendmailDoor.Open(holder.Current, sendmail, service.PickupOf);
            service._host.Start(service._sendmail is { } door ? [.. service._listeners.All, door.Listener] : service._listeners.All);
        }
        catch
        {
            await bounces.DisposeAsync().ConfigureAwait(false);
            await service._destinations.DisposeAsync().ConfigureAwait(false);
            await queue.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return service;
    }

    /// <summary>Says what the queue holds, and begins to deliver.</summary>
    public void Begin()
    {
        var words = Queue.Loaded switch
        {
            LoadOutcome.Loaded loaded => ("info", $"the queue holds {loaded.Entries} deliveries; {loaded.PossiblyTwice} of them had begun when the relay ended last"),
            LoadOutcome.Failed failed => ("error", $"only {failed.Entries} deliveries of the queue could be read ({failed.Fault}: {failed.Detail})"),
            _ => ("info", ""),
        };
        _seams.Log.Said(words.Item1, words.Item2);
        _destinations.Start();
        _engine.Start();
        _sendmail?.Begin();
    }

    /// <summary>Reads the configuration anew, and looks at users and certificates.</summary>
    public ReloadOutcome Reload()
    {
        _users?.Look();
        _listeners?.Look();
        var outcome = _holder.Reload();
        if (outcome is ReloadOutcome.Reloaded { Configuration: var configuration })
        {
            _policy.Replace(PolicyFactory.Of(configuration, _seams.Time));
            Shaper.Replace(ShapesOf(configuration, _seams.Knowledge));
            Paths.Replace(PathsOf(configuration));
            Traces.KeepsAll = configuration.Log.KeepsAllTraces;
        }
        return outcome;
    }

    /// <summary>Stops: doors first, then deliveries, then the queue. Nothing that was promised is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_sendmail is not null) await _sendmail.DisposeAsync().ConfigureAwait(false);
        await _host.StopAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(false);
        await _engine.DisposeAsync().ConfigureAwait(false);
        _downgrade.Dispose();
        await _host.DisposeAsync().ConfigureAwait(false);
        await Paths.FlushAsync().ConfigureAwait(false);
        await _bounces.DisposeAsync().ConfigureAwait(false);
        await _destinations.DisposeAsync().ConfigureAwait(false);
        await Queue.DisposeAsync().ConfigureAwait(false);
    }

    private static PathSettings PathsOf(RelayConfiguration configuration) => new() { Ladders = LaddersOf(configuration), Local = LocalPathOf(configuration), WarmUps = configuration.WarmUps };

    private static ShapeSettings ShapesOf(RelayConfiguration configuration, KnowledgeBase knowledge) => new()
    {
        Overrides = configuration.Shaping,
        SmartHosts = [.. configuration.Paths.OfType<RelayPath.SmartHost>().Select(path => path.Name)],
        Providers = knowledge.Providers,
    };

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

    // Mail to another machine's name for one of these would come back.
    private static DestinationOptions DestinationsOf(RelayConfiguration configuration) => new()
    {
        AllowsLoopback = configuration.AllowsLoopbackServers,
        OwnNames = [configuration.HostName.ToString()],
        OwnAddresses = [.. configuration.Listeners.Select(one => one.EndPoint.Address).Where(one => !one.Equals(IPAddress.Any) && !one.Equals(IPAddress.IPv6Any) && !IPAddress.IsLoopback(one)).Distinct()],
    };

    private static NoticeOptions NoticesOf(RelayConfiguration configuration) => new()
    {
        HostName = configuration.HostName.ToString(),
        Postmaster = configuration.Postmaster,
        Language = configuration.Language,
        ReturnPathDomain = configuration.Bounces?.Domain.ToString(),
        DoubleBounces = null,
    };

    private static ReturnPathOptions? ReturnPathsOf(RelayConfiguration configuration) => configuration.Bounces is { } bounces
        ? new ReturnPathOptions { Domain = bounces.Domain.ToString(), Secrets = ReturnPathSecret.ReadOrMake(bounces.SecretFile) }
        : null;

    private static LocalUserMail? UsersOf(RelayConfiguration configuration) => configuration.Sendmail is not null && LocalAddress.Qualify(configuration.Postmaster, "") is { } postmaster
        ? new LocalUserMail(configuration.HostName.ToString(), postmaster, name => UserAccount.Find(name) is not null)
        : null;

    private PickupParts PickupOf(SendmailConfiguration sendmail) => new()
    {
        Folder = sendmail.Spool,
        RefusedFolder = Path.Combine(Configuration.DataFolder, "refused"),
        HostName = Configuration.HostName.ToString(),
        Receiver = _receiver,
        Notices = _notices,
        Enqueue = (message, cancellation) => Queue.EnqueueAsync(message, cancellation),
        Tell = _seams.Log.Said,
        Time = _seams.Time,
    };

    private LaneKey LaneOf(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        if (string.Equals(domain, Configuration.HostName.ToString(), StringComparison.OrdinalIgnoreCase)) return IntakeParts.Local;
        return DomainName.TryParse(domain, out var name) ? LaneKey.OfDomain(name) : new LaneKey($"domain:{domain}");
    }
}
