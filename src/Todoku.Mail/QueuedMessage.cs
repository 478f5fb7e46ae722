namespace Todoku.Mail;

/// <summary>A message that entered the queue of a mail server.</summary>
public readonly ref struct QueuedMessage
{
    /// <summary>When: UTC ticks.</summary>
    public required long UtcTicks { get; init; }

    /// <summary>The mail server's host; may be empty.</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>The key that all attempts of this message carry (<see cref="DeliveryAttempt.MessageKey"/>).</summary>
    public ulong MessageKey { get; init; }

    /// <summary>The envelope sender without angle brackets; empty for the null sender.</summary>
    public ReadOnlySpan<byte> Sender { get; init; }

    /// <summary>How many recipients, 0 when unknown.</summary>
    public int Recipients { get; init; }

    /// <summary>Size in bytes, 0 when unknown.</summary>
    public long Size { get; init; }

    /// <summary>Who handed it in.</summary>
    public Submitter Submitter { get; init; }

    /// <summary>Whether this server made the message itself to tell a sender of a failure (a DSN).</summary>
    public bool IsBounceNotice { get; init; }
}
