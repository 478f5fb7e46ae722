namespace Todoku.Mail;

/// <summary>That a relay suspended one of its ways out, or uses it again.</summary>
public readonly ref struct PathChange
{
    /// <summary>When: UTC ticks.</summary>
    public required long UtcTicks { get; init; }

    /// <summary>What happened.</summary>
    public required PathChangeKind Kind { get; init; }

    /// <summary>The relay's host.</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>The name of the way out; empty when all are meant.</summary>
    public ReadOnlySpan<byte> Path { get; init; }

    /// <summary>The receiving provider's id, or a domain; empty when it is for everybody.</summary>
    public ReadOnlySpan<byte> Provider { get; init; }

    /// <summary>The id of the cause; empty when it is not told.</summary>
    public ReadOnlySpan<byte> Cause { get; init; }

    /// <summary>Until when, UTC ticks; 0 when it is not told.</summary>
    public long UntilTicks { get; init; }

    /// <summary>How often it was refused, at first and by tests; 0 when it is not told.</summary>
    public int Refusals { get; init; }

    /// <summary>The whole log line.</summary>
    public ReadOnlySpan<byte> Line { get; init; }
}
