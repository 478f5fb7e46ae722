namespace Todoku.Relay.Intake;

/// <summary>How messages are taken in.</summary>
public sealed record IntakeOptions
{
    /// <summary>The relay's name, as Received fields say it.</summary>
    public required string HostName { get; init; }

    /// <summary>The most octets of a header. <value>1 MiB.</value></summary>
    public int HeaderSize { get; init; } = 1 << 20;

    /// <summary>Up to this many octets a message is taken in memory; a larger one goes to the disk piece by piece. <value>256 KiB.</value></summary>
    public int MemoryPerMessage { get; init; } = 256 << 10;

    /// <summary>The most octets that all messages together hold in memory while they come in; over it 451. <value>128 MiB.</value></summary>
    public long Memory { get; init; } = 128 << 20;
}
