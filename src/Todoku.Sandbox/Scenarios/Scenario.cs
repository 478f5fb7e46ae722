using System.Net;
using System.Net.Security;
using Todoku.Sandbox.World;

namespace Todoku.Sandbox.Scenarios;

/// <summary>A world as a scenario file describes it.</summary>
public sealed record Scenario
{
    /// <summary>Where its DNS answers, port 0 for a free one; null when it has none and <see cref="Resolvers"/> are asked. <value>127.0.0.1:5353.</value></summary>
    public IPEndPoint? Dns { get; init; }

    /// <summary>Resolvers that providers ask in place of a DNS of its own; empty: it has its own.</summary>
    public IReadOnlyList<IPEndPoint> Resolvers { get; init; } = [];

    /// <summary>Where the mailbox is shown; null: nowhere. <value>127.0.0.1:8025.</value></summary>
    public IPEndPoint? Http { get; init; }

    /// <summary>The port of all providers' servers. <value>2525.</value></summary>
    public required int SmtpPort { get; init; }

    /// <summary>Whether the providers offer TLS. <value>True.</value></summary>
    public bool HasTls { get; init; } = true;

    /// <summary>The certificate of all providers; null: one is made that is signed by itself.</summary>
    public SslServerAuthenticationOptions? Certificate { get; init; }

    /// <summary>What chance begins with.</summary>
    public int Seed { get; init; }

    /// <summary>The time that it begins at, with the offset that times of day are meant in; null: now.</summary>
    public DateTimeOffset? Begins { get; init; }

    /// <summary>How long answers of DNS may be kept. <value>0: every change is seen at once.</value></summary>
    public TimeSpan TimeToLive { get; init; }

    /// <summary>The zones.</summary>
    public IReadOnlyList<ZoneSource> Zones { get; init; } = [];

    /// <summary>The blocklists, with what they list at the beginning.</summary>
    public IReadOnlyList<ScenarioBlocklist> Blocklists { get; init; } = [];

    /// <summary>The hosts that send.</summary>
    public IReadOnlyList<ScenarioHost> Hosts { get; init; } = [];

    /// <summary>The hosts that receive.</summary>
    public IReadOnlyList<ScenarioProvider> Providers { get; init; } = [];

    /// <summary>What happens, in the order of time.</summary>
    public IReadOnlyList<WorldEvent> Events { get; init; } = [];
}
