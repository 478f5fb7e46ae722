using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Spf;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Bounces;
using Todoku.Relay.Configuration;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Downgrade;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Delivery.Traces;
using Todoku.Relay.Operating;
using Todoku.Relay.Policy;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Routing.Destinations;
using Todoku.Relay.Routing.Paths;
using Todoku.Relay.Tests.Queue;
using Todoku.Relay.Tests.Routing.Paths;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Tests.Client;

namespace Todoku.Relay.Tests.Delivery.Engine;

/// <summary>The delivery of a relay with two addresses, and the servers of one provider.</summary>
internal sealed class RerouteWorld : ISmtpConnector, IDestinationFinder, IAttemptObserver, INoticeWriter, IRecipientScreen, IConnectionObserver, IDeliveryFaults, IAsyncDisposable
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    private static readonly LaneKey Lane = LaneKey.OfProvider("microsoft");

    private const string Keywords = "PIPELINING\nSIZE 1000000\n8BITMIME\nDSN\nENHANCEDSTATUSCODES";

    private readonly FakeTimeProvider _time = new(PathWorld.Start);
    private readonly ConcurrentBag<(string From, ScriptedServer Server)> _servers = [];
    private readonly Channel<string> _reports = Channel.CreateUnbounded<string>();
    private readonly Func<string, string?> _answerToMail;
    private readonly MemoryQueue _store = new();
    private readonly MessageCache _cache = new(1 << 20);
    private readonly SteadyClock _clock;
    private string _keywords = Keywords;
    private DeliveryQueue _queue = null!;
    private DeliveryEngine _engine = null!;

    private RerouteWorld(Func<string, string?> answerToMail, ShapingConfiguration shaping)
    {
        (_answerToMail, _clock) = (answerToMail, new SteadyClock(_time));
        Shaper = new Shaper(new ShapeSettings { Providers = Knowledge.Providers, Overrides = [shaping] }, _clock);
    }

    public Shaper Shaper { get; }

    public required SessionTraces Traces { get; init; }

    /// <summary>The message that was queued last.</summary>
    public QueueId Newest { get; private set; }

    /// <summary>How many messages are being delivered.</summary>
    public int Running => _engine.Running;

    public PathEvents PathEvents { get; } = new();

    public IReadOnlyList<EntryOutcome> Settled => _store.Settled;

    public DateTimeOffset Now => _clock.Now;

    /// <summary>What servers answer to the end of a message; null: they take it.</summary>
    public string? AnswerToEnd { get; set; }

    /// <summary>The domain that messages come from.</summary>
    public string SenderDomain { get; set; } = "shop.example";

    /// <summary>Whether messages that are queued are ones whose outcome can be asked for.</summary>
    public bool KeepsOutcome { get; set; }

    /// <summary>Why recipients are not written to; null: they are.</summary>
    public ScreenedOut? ScreenedOut { get; set; }

    /// <summary>Messages that servers took. Where all recipients were refused after DATA was under way, an empty one ends it (RFC 2920, section 3.1).</summary>
    public int Messages => _servers.Sum(one => one.Server.Messages.Count(message => message.Length > 0));

    /// <summary>What servers took, as it came.</summary>
    public IEnumerable<byte[]> Received => _servers.SelectMany(one => one.Server.Messages);

    /// <summary>What the relay said to servers.</summary>
    public IEnumerable<string> Commands => _servers.SelectMany(one => one.Server.Commands);

    /// <summary>Makes it.</summary>
    /// <param name="answerToMail">What servers answer to MAIL, by the address that it comes from; null: they take it.</param>
    /// <param name="connections">How many connections each path has; null: what is usual.</param>
    /// <param name="keywords">What servers say that they can.</param>
    /// <param name="signer">Who signs what was converted.</param>
    /// <param name="traces">Where dialogues are kept; null: only those that went wrong.</param>
    /// <param name="shaping">Further limits; null without.</param>
    /// <param name="ladders">The ladders; null: one with both addresses.</param>
    public static async Task<RerouteWorld> MakeAsync(
        Func<string, string?> answerToMail, int? connections = null, string keywords = Keywords, IMessageSigner? signer = null, SessionTraces? traces = null,
        ShapingConfiguration? shaping = null, IReadOnlyList<LadderRule>? ladders = null)
    {
        var world = new RerouteWorld(answerToMail, shaping ?? new ShapingConfiguration { Connections = connections }) { _keywords = keywords, Traces = traces ?? new SessionTraces(false, new TraceLimits()) };
        var zone = new ZoneResolver([ZoneFile.Parse(PathWorld.Zone)], null);
        var authorization = new PathAuthorization(zone, new SpfEvaluator(world._time), new SuffixListFinder(Knowledge.PublicSuffixes), world._clock, world.PathEvents);
        var settings = new PathSettings { Ladders = ladders ?? [new LadderRule([], [PathWorld.Main, PathWorld.Second])], Local = new RelayPath.Maildir("local", "/nowhere") };
        world._queue = await DeliveryQueue.OpenAsync(world._store, world._clock);
        world._engine = new DeliveryEngine(
            new DeliveryParts
            {
                Queue = world._queue,
                Cache = world._cache,
                Destinations = world,
                SmartHosts = new SmartHostFinder(zone),
                Ladder = await PathLadder.OpenAsync(settings, new RowsInMemory(), authorization, world._clock, world.PathEvents, new Random(1)),
                Shaper = world.Shaper,
                Policy = new DeliveryPolicy(Knowledge),
                Screen = world,
                ReturnPaths = new NoReturnPaths(),
                Notices = world,
                Downgrade = new EightBitDowngrade(signer, null),
                Traces = world.Traces,
                Connector = world,
                Connections = world,
                Observer = world,
                Faults = world,
                Clock = world._clock,
                Chance = new Random(1),
            },
            new DeliveryOptions());
        world._engine.Start();
        return world;
    }

    public DeliveryQueue Queue => _queue;

    public void Pass(TimeSpan time) => _time.Advance(time);

    /// <summary>How many connections came from an address.</summary>
    public int Connections(string from) => _servers.Count(one => one.From == from);

    /// <summary>The notices to senders.</summary>
    public ConcurrentQueue<NoticeKind> Notices { get; } = [];

    /// <summary>Queues one message and waits until so many attempts at it were told.</summary>
    public Task<IReadOnlyList<string>> SendAsync(int reports, bool isBulk = false) =>
        SendAsync(reports, Encoding.ASCII.GetBytes("Subject: test\r\n\r\nhello\r\n"), "", ContentNeeds.None, isBulk);

    /// <summary>The same for a message with what the relay put before it.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(int reports, byte[] content, string prefix, ContentNeeds needs, bool isBulk = false)
    {
        var envelope = new QueuedEnvelope
        {
            Sender = $"news@{SenderDomain}",
            AuthorDomain = SenderDomain,
            IsBulk = isBulk,
            KeepsOutcome = KeepsOutcome,
            SubmitterKind = SubmitterKind.Client,
            Submitter = "test",
            AcceptedAt = _clock.Now,
            Size = content.Length,
            Prefix = Encoding.ASCII.GetBytes(prefix),
            Needs = needs,
            Recipients = [new QueuedRecipient("a@outlook.com")],
        };
        await _queue.EnqueueAsync(new NewMessage(envelope, [Lane], content), TestContext.Current.CancellationToken, id => Keep(new StoredMessage(id, envelope, []), [.. envelope.Prefix.Span, .. content]));
        return reports == 0 ? [] : await HearAsync(reports);
    }

    /// <summary>Waits for the next attempt to be told, whatever else waits.</summary>
    public Task<string> NextAsync() => _reports.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    /// <summary>Waits until so many more attempts were told and nothing is under way.</summary>
    public async Task<IReadOnlyList<string>> HearAsync(int reports)
    {
        var told = new List<string>();
        // A report that never comes fails the test and does not hold up the others.
        while (told.Count < reports) told.Add(await _reports.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        // An attempt is told before it is settled.
        while (_queue.Lanes().Any(lane => lane.Leased + lane.Due > 0) || _engine.Running > 1) await Task.Yield();
        return told;
    }

    public async Task<ConnectOutcome> ConnectAsync(SmtpEndpoint endpoint, TimeSpan limit, CancellationToken ct)
    {
        var from = endpoint.Source!.ToString();
        var server = new ScriptedServer { Answer = (verb, _) => verb == "MAIL" ? _answerToMail(from) : verb == "." ? AnswerToEnd : null, Keywords = _keywords };
        _servers.Add((from, server));
        return await server.ConnectAsync(endpoint, limit, ct);
    }

    public Destination? Recall(DomainName domain) => new Destination.Servers(
        Lane, Knowledge.Providers.Single(one => one.Id == "microsoft"),
        [new MailServer(DomainName.Parse("outlook-com.olc.protection.outlook.com"), 10, [IPAddress.Parse("203.0.113.1")], new TlsRequirement.Opportunistic(), "")]);

    public ValueTask<Destination> FindAsync(DomainName domain, CancellationToken cancellation) => new(Recall(domain)!);

    private void Keep(StoredMessage message, byte[] octets)
    {
        Newest = message.Id;
        _cache.Add(message, octets);
    }

    public void Attempted(AttemptReport report)
    {
        Words = report.Decision.Reply;
        _reports.Writer.TryWrite($"{report.Path} {report.Decision.Action} {report.Decision.Cause.Id}{(report.IsProbe ? " probe" : "")}");
    }

    /// <summary>The words of the last decision.</summary>
    public string Words { get; private set; } = "";

    public NewMessage? Write(NoticeKind kind, StoredMessage message, IReadOnlyList<AttemptReport> reports, ReadOnlyMemory<byte> header)
    {
        Notices.Enqueue(kind);
        return null;
    }

    public int LengthWanted(NoticeKind kind, StoredMessage message) => 0;

    public ScreenedOut? Against(string recipient, QueuedEnvelope envelope) => ScreenedOut;

    public void Connected(IPAddress address, ConnectFailure? failure)
    {
    }

    public void Secured(DomainName domain, DomainName server, TlsSessionInfo? tls)
    {
    }

    public void Broken(DomainName server)
    {
    }

    public void Failed(LeasedBatch lease, Exception error) => _reports.Writer.TryWrite(error.ToString());

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _queue.DisposeAsync();
    }
}
