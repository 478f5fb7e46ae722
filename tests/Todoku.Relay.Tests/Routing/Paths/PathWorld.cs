using System.Net;
using Microsoft.Extensions.Time.Testing;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Configuration;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Tests.Routing.Paths;

/// <summary>A ladder of three paths with a clock, a zone and a memory that are set by hand.</summary>
internal sealed class PathWorld : IDnsResolver
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    private readonly ZoneResolver _zone;
    private long _message;

    private PathWorld(string zone, RowsInMemory? rows)
    {
        _zone = new ZoneResolver([ZoneFile.Parse(zone)], null);
        Rows = rows ?? new RowsInMemory();
        Time = new FakeTimeProvider(Start);
    }

    /// <summary>The sender's own path, the second address, the smart host.</summary>
    public static RelayPath.Direct Main { get; } = new("main", "mx1.example.org") { SourceIPv4 = IPAddress.Parse("192.0.2.1") };

    public static RelayPath.Direct Second { get; } = new("second", "mx2.example.org") { SourceIPv4 = IPAddress.Parse("192.0.2.2") };

    public static RelayPath.SmartHost Smart { get; } = new("smart", "smtp.example.net", 587, "mx1.example.org") { SpfName = DomainName.Parse("spf.example.net") };

    /// <summary>A domain that authorizes all paths, one that authorizes only the first, and the smart host's names.</summary>
    public const string Zone = """
        $ORIGIN .
        shop.example    3600 TXT "v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 include:spf.example.net -all"
        strict.example  3600 TXT "v=spf1 ip4:192.0.2.1 -all"
        spf.example.net 3600 TXT "v=spf1 ip4:198.51.100.0/24 -all"
        """;

    public PathLadder Ladder { get; private set; } = null!;

    public PathAuthorization Authorization { get; private set; } = null!;

    public PathEvents Events { get; } = new();

    public RowsInMemory Rows { get; }

    public FakeTimeProvider Time { get; private init; }

    public SteadyClock Clock { get; private set; } = null!;

    public PathSettings Settings { get; private set; } = null!;

    /// <summary>How often DNS was asked.</summary>
    public int Questions { get; private set; }

    /// <summary>Whether DNS answers.</summary>
    public bool IsDnsDown { get; set; }

    public static async Task<PathWorld> MakeAsync(
        IReadOnlyList<RelayPath>? paths = null, string zone = Zone, RowsInMemory? rows = null, RerouteGuards? guards = null, IReadOnlyList<WarmUpConfiguration>? warmUps = null,
        FakeTimeProvider? time = null, IReadOnlyList<LadderRule>? ladders = null)
    {
        var world = new PathWorld(zone, rows) { Time = time ?? new FakeTimeProvider(Start) };
        world.Clock = new SteadyClock(world.Time);
        var settings = world.Settings = new PathSettings
        {
            Ladders = ladders ?? [new LadderRule([], paths ?? [Main, Second, Smart])],
            Local = new RelayPath.Maildir("local", "/var/mail/postmaster"),
            Guards = guards ?? new RerouteGuards(),
            WarmUps = warmUps ?? [],
        };
        world.Authorization = new PathAuthorization(world, new SpfEvaluator(world.Time), new SuffixListFinder(Knowledge.PublicSuffixes), world.Clock, world.Events);
        world.Ladder = await PathLadder.OpenAsync(settings, world.Rows, world.Authorization, world.Clock, world.Events, new Random(1));
        return world;
    }

    public void Pass(TimeSpan time) => Time.Advance(time);

    /// <summary>A small message that is no bulk.</summary>
    public PathRequest Message(string provider = "google", string sender = "shop.example", bool isBulk = false) => new()
    {
        Entry = new EntryId(new QueueId(++_message), 0),
        Provider = provider,
        RecipientDomain = DomainName.Parse("gmail.com"),
        SenderDomain = sender.Length == 0 ? null : DomainName.Parse(sender),
        AuthorDomain = sender.Length == 0 ? null : DomainName.Parse(sender),
        IsBulk = isBulk,
        Size = 5000,
    };

    public async Task<PathChoice> ChooseAsync(PathRequest request) => await Ladder.ChooseAsync(request, TestContext.Current.CancellationToken);

    public async Task<PathChoice.Use> UseAsync(PathRequest request) => Assert.IsType<PathChoice.Use>(await ChooseAsync(request));

    public async Task<PathChoice.Wait> WaitAsync(PathRequest request) => Assert.IsType<PathChoice.Wait>(await ChooseAsync(request));

    /// <summary>Sends one message by the path that is chosen, and says what came of it.</summary>
    public async Task<PathChoice.Use> SendAsync(DeliveryDecision decision, PathRequest? request = null)
    {
        request ??= Message();
        var use = await UseAsync(request);
        Ladder.Report(request, use, decision);
        return use;
    }

    /// <summary>Sends messages that are taken; the names of their paths.</summary>
    public async Task<string> SendManyAsync(int count, string provider = "google")
    {
        var names = new List<string>();
        for (var i = 0; i < count; i++) names.Add((await SendAsync(Taken, Message(provider))).Path.Name);
        return string.Join(' ', names);
    }

    public static DeliveryDecision Taken { get; } = new(DeliveryAction.Delivered, Cause.Unknown, "", SmtpStage.EndOfData, "250 ok", true, null);

    public static DeliveryDecision Refused(Cause cause, TimeSpan? named = null) =>
        new(DeliveryAction.NextPath, cause, "test.rule", SmtpStage.MailFrom, $"550 5.7.1 refused for {cause.Id}", true, named);

    public static DeliveryDecision Slowed { get; } = new(DeliveryAction.SlowDown, Cause.RateLimited, "test.rate", SmtpStage.MailFrom, "451 4.7.1 slow down", true, null);

    public static DeliveryDecision Unreachable { get; } = new(DeliveryAction.NextServer, Cause.ConnectionTimeout, "relay", SmtpStage.Connect, "no connection", false, null);

    public static DeliveryDecision Greylisted { get; } = new(DeliveryAction.Retry, Cause.Greylisted, "test.grey", SmtpStage.RcptTo, "450 4.2.0 greylisted", true, null);

    public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        Questions++;
        return IsDnsDown ? new(new DnsAnswer.Failed(DnsFailure.TimedOut, "")) : _zone.AskAsync(name, type, cancellationToken);
    }
}
