using Todoku.Mail;

namespace Todoku.Relay.Queue;

/// <summary>The envelope of a message that the relay took responsibility for. It does not change while the message is queued.</summary>
public sealed record QueuedEnvelope
{
    /// <summary>Characters of <see cref="IdempotencyKey"/>.</summary>
    public const int MaxKeyLength = 255;

    /// <summary>The envelope sender after the Return-Path rules; empty for the null sender.</summary>
    public required string Sender { get; init; }

    /// <summary>The envelope sender as it was handed in; null when no rule changed it.</summary>
    public string? OriginalSender { get; init; }

    /// <summary>How the message came in.</summary>
    public required SubmitterKind SubmitterKind { get; init; }

    /// <summary>User name, SASL user, client address or name of the API key.</summary>
    public required string Submitter { get; init; }

    /// <summary>When the relay promised to deliver it.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Size of the content in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What the relay put before the header: signatures, Received, fields that were missing. It is sent before the content, and is not part of <see cref="Size"/>.</summary>
    public ReadOnlyMemory<byte> Prefix { get; init; }

    /// <summary>The domain under which each recipient gets an envelope sender of its own, for bounces that the relay receives; null without.</summary>
    public string? VerpDomain { get; init; }

    /// <summary>The domain of the From field; null when there is no one domain.</summary>
    public string? AuthorDomain { get; init; }

    /// <summary>The domains (d=) that the message is signed under, by us or before.</summary>
    public IReadOnlyList<string> SigningDomains { get; init; } = [];

    /// <summary>Whether the message is bulk by its own headers (List-Id, List-Unsubscribe, Precedence).</summary>
    public bool IsBulk { get; init; }

    /// <summary>What the content needs of a server.</summary>
    public ContentNeeds Needs { get; init; }

    /// <summary>ENVID of MAIL FROM (RFC 3461, section 4.4), decoded; null when none was given.</summary>
    public string? DsnEnvelopeId { get; init; }

    /// <summary>RET of MAIL FROM (RFC 3461, section 4.3).</summary>
    public DsnReturn DsnReturn { get; init; }

    /// <summary>
    /// What the submitter calls this message, at most <see cref="MaxKeyLength"/> characters, so that handing it in again does not queue it again: the queue answers
    /// with the number it has, as long as it remembers. Null without.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether it is remembered for a time what became of each recipient (<see cref="Outcomes.PastEntry"/>): whoever handed the message in can ask.</summary>
    public bool KeepsOutcome { get; init; }

    /// <summary>The recipients, 1 to <see cref="EntryId.MaxRecipients"/>.</summary>
    public required IReadOnlyList<QueuedRecipient> Recipients { get; init; }
}
