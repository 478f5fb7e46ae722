namespace Todoku.Mail;

/// <summary>A DKIM signer's word that a message was not signed, and why.</summary>
public readonly ref struct SigningFailure
{
    /// <summary>When: UTC ticks.</summary>
    public required long UtcTicks { get; init; }

    /// <summary>The host; may be empty.</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>The program that said so (<c>opendkim</c>, <c>rspamd</c>, <c>amavis</c>).</summary>
    public ReadOnlySpan<byte> Program { get; init; }

    /// <summary>The domain or address it speaks of; may be empty.</summary>
    public ReadOnlySpan<byte> Domain { get; init; }

    /// <summary>The selector it speaks of; may be empty.</summary>
    public ReadOnlySpan<byte> Selector { get; init; }

    /// <summary>Its words ("no signing table match for ...").</summary>
    public ReadOnlySpan<byte> Reason { get; init; }

    /// <summary>The whole log line.</summary>
    public ReadOnlySpan<byte> Line { get; init; }
}
