namespace Todoku.Relay.Configuration;

/// <summary>The queue.</summary>
public sealed record QueueConfiguration
{
    /// <summary>Bytes that must be free on the disk for a message to be accepted.</summary>
    /// <value>64 MiB.</value>
    public long LeastFree { get; init; } = 64L << 20;
}
