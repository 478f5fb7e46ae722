using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.ReturnPaths;

/// <summary>What is remembered of a message to one recipient after it left, to know what a bounce is about and whom to tell.</summary>
public sealed record SentRecord
{
    /// <summary>Message and recipient.</summary>
    public required EntryId Entry { get; init; }

    /// <summary>The recipient that was said.</summary>
    public required string Recipient { get; init; }

    /// <summary>The sender that was handed in: who is told of bounces; empty for nobody.</summary>
    public required string Sender { get; init; }

    /// <summary>The domain of the From field; empty when there is none.</summary>
    public required string AuthorDomain { get; init; }

    /// <summary>Who took it.</summary>
    public required string Provider { get; init; }

    /// <summary>By which path.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it was bulk by its header.</summary>
    public bool IsBulk { get; init; }

    /// <summary>NOTIFY.</summary>
    public DsnNotify Notify { get; init; }

    /// <summary>ENVID; empty when none was given.</summary>
    public string EnvelopeId { get; init; } = "";

    /// <summary>ORCPT; empty when none was given.</summary>
    public string OriginalRecipient { get; init; } = "";

    /// <summary>When the relay took it.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When the next server took it.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The record of a recipient of an envelope; null when the envelope has no such recipient.</summary>
    public static SentRecord? Of(EntryId entry, QueuedEnvelope envelope, string provider, string path, DateTimeOffset sentAt)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (entry.Recipient >= envelope.Recipients.Count) return null;
        var recipient = envelope.Recipients[entry.Recipient];
        return new SentRecord
        {
            Entry = entry,
            Recipient = recipient.Address,
            Sender = envelope.OriginalSender ?? envelope.Sender,
            AuthorDomain = envelope.AuthorDomain ?? "",
            Provider = provider,
            Path = path,
            IsBulk = envelope.IsBulk,
            Notify = recipient.Notify,
            EnvelopeId = envelope.DsnEnvelopeId ?? "",
            OriginalRecipient = recipient.OriginalRecipient ?? "",
            AcceptedAt = envelope.AcceptedAt,
            SentAt = sentAt,
        };
    }
}
