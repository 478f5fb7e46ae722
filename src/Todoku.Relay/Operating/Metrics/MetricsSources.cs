using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Paths;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Operating.Metrics;

/// <summary>Where figures come from that are not counted but looked at.</summary>
internal sealed record MetricsSources
{
    public required DeliveryQueue Queue { get; init; }

    public required DeliveryEngine Engine { get; init; }

    public required SmtpServerHost Host { get; init; }

    public required PathLadder Paths { get; init; }

    public required SuppressionList Suppressed { get; init; }

    public required string DataFolder { get; init; }

    /// <summary>Lines of the log that were left out.</summary>
    public required Func<long> LogLinesLost { get; init; }

    public required TimeProvider Time { get; init; }
}
