namespace Todoku.Relay.Queue;

/// <summary>One recipient of a queued message.</summary>
/// <param name="Address">The address as it will be sent.</param>
public sealed record QueuedRecipient(string Address)
{
    /// <summary>ORCPT (RFC 3461, section 4.2), decoded: <c>rfc822;user@example.com</c>; null when none was given.</summary>
    public string? OriginalRecipient { get; init; }

    /// <summary>NOTIFY (RFC 3461, section 4.1).</summary>
    public DsnNotify Notify { get; init; }
}
