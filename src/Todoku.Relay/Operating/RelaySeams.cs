using Todoku.Authentication.MtaSts;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Relay.Operating.Log;
using Todoku.Relay.Queue;
using Todoku.Relay.State;
using Todoku.Smtp.Client.Connecting;

namespace Todoku.Relay.Operating;

/// <summary>What a relay stands on: the world outside, as the caller has it.</summary>
public sealed record RelaySeams
{
    /// <summary>Where messages are kept.</summary>
    public required IMailQueue Queue { get; init; }

    /// <summary>Where the rest is kept.</summary>
    public required IRelayState State { get; init; }

    /// <summary>DNS.</summary>
    public required IDnsResolver Dns { get; init; }

    /// <summary>Gets MTA-STS policies; null: none are asked for.</summary>
    public IPolicyFetcher? Policies { get; init; }

    /// <summary>The knowledge of replies and providers.</summary>
    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>Opens connections.</summary>
    public required ISmtpConnector Connector { get; init; }

    /// <summary>The log.</summary>
    public required RelayLog Log { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }
}
