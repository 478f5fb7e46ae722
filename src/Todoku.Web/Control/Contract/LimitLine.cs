namespace Todoku.Web.Control.Contract;

/// <summary>How much one provider is sent at a time by one path.</summary>
public sealed record LimitLine
{
    /// <summary>The provider's id, or a domain; <c>*</c> for a smart host.</summary>
    public required string Provider { get; init; }

    /// <summary>The name of the path.</summary>
    public required string Path { get; init; }

    /// <summary>Where the limits come from, in English.</summary>
    public required string From { get; init; }

    /// <summary>The limits that it began with.</summary>
    public required LimitValues Limits { get; init; }

    /// <summary>The limits that hold now.</summary>
    public required LimitValues Now { get; init; }

    /// <summary>Messages that are being sent.</summary>
    public required int Running { get; init; }

    /// <summary>Messages that were sent in the last whole minute.</summary>
    public required int LastMinute { get; init; }

    /// <summary>The limit that holds mail back now, in English; null when none does.</summary>
    public string? Binds { get; init; }

    /// <summary>Why less is sent than the limits allow; null when it is not so.</summary>
    public string? SlowedBy { get; init; }

    /// <summary>When it was last slowed down; null when never.</summary>
    public DateTimeOffset? SlowedAt { get; init; }

    /// <summary>Until when no connection is made, since the last ones failed.</summary>
    public DateTimeOffset? BacksOffUntil { get; init; }

    /// <summary>Until when mail waits for the path; null when none does.</summary>
    public DateTimeOffset? HeldBackUntil { get; init; }

    /// <summary>How many senders' mail that is; mail of others to this provider, by other paths, goes on.</summary>
    public int SendersHeldBack { get; init; }

    /// <summary>Connections that failed in a row.</summary>
    public int FailedConnections { get; init; }
}
