namespace Todoku.Mail;

/// <summary>
/// One try to hand one message to one recipient, whoever made it and wherever it was read. The centre of Todoku: all that
/// stands before it turns bytes into attempts, all that stands after it never sees a log line again.
/// </summary>
/// <remarks>
/// A view over bytes that belong to the reader and are valid only during the call that hands it over, so that millions a
/// second make no garbage. Whoever keeps a part copies it.
/// </remarks>
public readonly ref struct DeliveryAttempt
{
    /// <summary>When it was logged: UTC, in <see cref="DateTime.Ticks"/>.</summary>
    public required long UtcTicks { get; init; }

    /// <summary>How it ended.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>What kind of agent made it.</summary>
    public DeliveryAgent Agent { get; init; }

    /// <summary>The host whose mail server made it, as its log names it; may be empty.</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>The host that the message was handed in on, when that is another one whose log is read too and <see cref="Host"/> is its relay; else empty.</summary>
    public ReadOnlySpan<byte> OriginHost { get; init; }

    /// <summary>The mail server's instance on that host (<c>postfix</c>, <c>postfix-out</c>, <c>exim</c>).</summary>
    public ReadOnlySpan<byte> Instance { get; init; }

    /// <summary>The queue id as logged; may have been used before for another message.</summary>
    public ReadOnlySpan<byte> QueueId { get; init; }

    /// <summary>
    /// The same for all attempts of one message and different for every other message, even when the queue id is used again,
    /// and kept over content filter hops. 0 when it could not be told.
    /// </summary>
    public ulong MessageKey { get; init; }

    /// <summary>Whether the envelope sender is known (its line was seen). An empty <see cref="Sender"/> is then the null sender.</summary>
    public bool SenderKnown { get; init; }

    /// <summary>The envelope sender (RFC 5321 reverse-path) without angle brackets.</summary>
    public ReadOnlySpan<byte> Sender { get; init; }

    /// <summary>The recipient the attempt was for, without angle brackets.</summary>
    public ReadOnlySpan<byte> Recipient { get; init; }

    /// <summary>The recipient as first given, before aliases and rewriting (<c>orig_to</c>); empty when the same.</summary>
    public ReadOnlySpan<byte> OriginalRecipient { get; init; }

    /// <summary>The next hop's host name; empty when no host was reached.</summary>
    public ReadOnlySpan<byte> RelayHost { get; init; }

    /// <summary>The next hop's IP address as text without brackets; empty when unknown.</summary>
    public ReadOnlySpan<byte> RelayAddress { get; init; }

    /// <summary>The next hop's port, 0 when unknown.</summary>
    public ushort RelayPort { get; init; }

    /// <summary>The address this server sent from, where the log tells it (Exim's I=, OpenSMTPD's source=); empty otherwise.</summary>
    public ReadOnlySpan<byte> LocalAddress { get; init; }

    /// <summary>The status code as logged; none when it was only the log's filler (x.0.0).</summary>
    public EnhancedStatusCode LoggedStatus { get; init; }

    /// <summary>Where in the dialogue it ended.</summary>
    public SmtpStage Stage { get; init; }

    /// <summary>Whether <see cref="Reply"/> is what the remote server said; false: this server's own words ("connect to ...: timed out").</summary>
    public bool IsRemoteReply { get; init; }

    /// <summary>
    /// The reply of the remote server as received, lines joined by spaces with their codes left in, or this server's own words.
    /// The log's wrapping ("host X said: ", "(in reply to RCPT TO command)") is taken off.
    /// </summary>
    public ReadOnlySpan<byte> Reply { get; init; }

    /// <summary>Seconds from arrival to this attempt's end (<c>delay=</c>); negative when unknown.</summary>
    public double DelaySeconds { get; init; }

    /// <summary>Who handed the message in.</summary>
    public Submitter Submitter { get; init; }

    /// <summary>Domain (d=) of the DKIM signature that a signer on this host logged for the message; empty when none was logged.</summary>
    public ReadOnlySpan<byte> DkimDomain { get; init; }

    /// <summary>Selector (s=) of that signature.</summary>
    public ReadOnlySpan<byte> DkimSelector { get; init; }

    /// <summary>Postfix 3.11's <c>tls=</c> value; empty when not logged.</summary>
    public ReadOnlySpan<byte> TlsFeatures { get; init; }

    /// <summary>
    /// Nothing was tried: the log repeats an earlier failure ("delivery temporarily suspended: ...", the queue manager's
    /// expiry notice). Counts for messages and recipients, never as a further attempt.
    /// </summary>
    public bool IsEcho { get; init; }

    /// <summary>The whole log line, for evidence; empty when the attempt did not come from a log.</summary>
    public ReadOnlySpan<byte> Line { get; init; }
}
