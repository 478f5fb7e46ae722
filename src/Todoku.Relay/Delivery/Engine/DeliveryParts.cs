using Todoku.Relay.Bounces;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Downgrade;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Delivery.Traces;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Destinations;
using Todoku.Relay.Routing.Paths;
using Todoku.Smtp.Client.Connecting;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>What a delivery works with.</summary>
public sealed record DeliveryParts
{
    /// <summary>Where the mail comes from.</summary>
    public required DeliveryQueue Queue { get; init; }

    /// <summary>Messages that are still in memory.</summary>
    public required MessageCache Cache { get; init; }

    /// <summary>Finds the servers of a domain.</summary>
    public required IDestinationFinder Destinations { get; init; }

    /// <summary>Finds the addresses of smart hosts.</summary>
    public required ISmartHostFinder SmartHosts { get; init; }

    /// <summary>Chooses the path.</summary>
    public required IPathLadder Ladder { get; init; }

    /// <summary>Says how much at a time.</summary>
    public required IShaper Shaper { get; init; }

    /// <summary>Decides after an attempt.</summary>
    public required IDeliveryPolicy Policy { get; init; }

    /// <summary>Recipients that are not written to any more.</summary>
    public required IRecipientScreen Screen { get; init; }

    /// <summary>The envelope senders under which bounces come back.</summary>
    public required IReturnPaths ReturnPaths { get; init; }

    /// <summary>Writes notices to senders.</summary>
    public required INoticeWriter Notices { get; init; }

    /// <summary>Converts messages for servers without 8BITMIME.</summary>
    public required EightBitDowngrade Downgrade { get; init; }

    /// <summary>Opens connections.</summary>
    public required ISmtpConnector Connector { get; init; }

    /// <summary>Learns from connections: which address families work, which TLS was seen.</summary>
    public required IConnectionObserver Connections { get; init; }

    /// <summary>Is told of every attempt.</summary>
    public required IAttemptObserver Observer { get; init; }

    /// <summary>Is told of faults of our own.</summary>
    public required IDeliveryFaults Faults { get; init; }

    /// <summary>Remembers the dialogues with servers.</summary>
    public SessionTraces Traces { get; init; } = new(false, new TraceLimits());

    /// <summary>The time.</summary>
    public required SteadyClock Clock { get; init; }

    /// <summary>Where chance comes from.</summary>
    public Random Chance { get; init; } = Random.Shared;
}
