namespace Todoku.Mail;

/// <summary>A host that could not be reached, or that refused before the message's turn, while another may have been tried next.</summary>
public readonly ref struct ConnectionFailure
{
    /// <summary>When: UTC ticks.</summary>
    public required long UtcTicks { get; init; }

    /// <summary>The mail server's host; may be empty.</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>The host that was tried.</summary>
    public ReadOnlySpan<byte> RelayHost { get; init; }

    /// <summary>Its IP address as text.</summary>
    public ReadOnlySpan<byte> RelayAddress { get; init; }

    /// <summary>Its port, 0 when unknown.</summary>
    public ushort RelayPort { get; init; }

    /// <summary>The words of the failure ("Connection timed out").</summary>
    public ReadOnlySpan<byte> Reason { get; init; }

    /// <summary>The whole log line.</summary>
    public ReadOnlySpan<byte> Line { get; init; }
}
