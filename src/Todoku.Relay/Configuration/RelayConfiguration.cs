using System.Net;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Configuration;

/// <summary>All that the configuration file says, checked as a whole. Immutable; a reload makes a new one (docs/relay.md has every key).</summary>
public sealed record RelayConfiguration
{
    /// <summary>Where the file lies when nobody says otherwise.</summary>
    public const string DefaultFile = "/etc/todoku/relay.toml";

    /// <summary>The name of the control socket in the data folder, when the file names none.</summary>
    public const string ControlSocketName = "control.sock";

    /// <summary>The file it was read from.</summary>
    public required string File { get; init; }

    /// <summary>The name that the relay says of itself: in greetings, Received fields and notices.</summary>
    public required DomainName HostName { get; init; }

    /// <summary>The folder of the queue and of all that is remembered.</summary>
    /// <value><c>/var/lib/todoku</c>.</value>
    public string DataFolder { get; init; } = "/var/lib/todoku";

    /// <summary>Who is told what nobody else can be told; an address.</summary>
    public required string Postmaster { get; init; }

    /// <summary>The user to run as once the ports are open; null to stay who started it.</summary>
    public string? User { get; init; }

    /// <summary>The language of notices to senders whose own is not known.</summary>
    public Language Language { get; init; }

    /// <summary>Whom DNS is asked of, in this order; null: the system's resolvers.</summary>
    public IReadOnlyList<IPEndPoint>? Resolvers { get; init; }

    /// <summary>Whether addresses of this machine may be recipients' servers: for a sandbox or a laboratory, where they are.</summary>
    /// <value>False.</value>
    public bool AllowsLoopbackServers { get; init; }

    /// <summary>Names and password hashes of those who may submit, as <c>todoku relay passwd</c> writes them; null when nobody logs in.</summary>
    public string? UsersFile { get; init; }

    /// <summary>Where mail comes in by SMTP, at least one.</summary>
    public required IReadOnlyList<ListenerConfiguration> Listeners { get; init; }

    /// <summary>What clients may ask for.</summary>
    public LimitsConfiguration Limits { get; init; } = new();

    /// <summary>The queue.</summary>
    public QueueConfiguration Queue { get; init; } = new();

    /// <summary>Mail by HTTP; null when it does not come so.</summary>
    public HttpConfiguration? Http { get; init; }

    /// <summary>Mail by <c>todoku sendmail</c>; null when it does not come so.</summary>
    public SendmailConfiguration? Sendmail { get; init; }

    /// <summary>What becomes of envelope senders; the first rule that fits holds, without one they are kept.</summary>
    public IReadOnlyList<ReturnPathConfiguration> ReturnPaths { get; init; } = [];

    /// <summary>The keys that mail is signed with.</summary>
    public IReadOnlyList<SigningConfiguration> Signing { get; init; } = [];

    /// <summary>The ways out, at least one.</summary>
    public required IReadOnlyList<RelayPath> Paths { get; init; }

    /// <summary>Which paths the mail of which sender domains goes by, in which order; the last one is for every domain.</summary>
    public required IReadOnlyList<LadderConfiguration> Ladders { get; init; }

    /// <summary>What is sent at a time, where it differs from what is known of the provider.</summary>
    public IReadOnlyList<ShapingConfiguration> Shaping { get; init; } = [];

    /// <summary>How paths that are new to providers are made known to them.</summary>
    public IReadOnlyList<WarmUpConfiguration> WarmUps { get; init; } = [];

    /// <summary>The delivery as a whole.</summary>
    public DeliveryOptions Delivery { get; init; } = new();

    /// <summary>Bounces and complaints that come back; null when they go to senders themselves.</summary>
    public BouncesConfiguration? Bounces { get; init; }

    /// <summary>The logs.</summary>
    public LogConfiguration Log { get; init; } = new();

    /// <summary>Where Prometheus reads figures; null for nowhere.</summary>
    public IPEndPoint? Metrics { get; init; }

    /// <summary>The socket by which <c>todoku queue</c> and its like speak with the relay.</summary>
    /// <value><c>control.sock</c> in the data folder.</value>
    public string ControlSocket { get; init; } = $"/var/lib/todoku/{ControlSocketName}";
}
