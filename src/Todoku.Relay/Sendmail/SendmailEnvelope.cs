using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Sendmail;

/// <summary>From and for whom <c>todoku sendmail</c> sends. The relay's name may not be known yet, so addresses may lack their domain.</summary>
public sealed record SendmailEnvelope
{
    /// <summary>The envelope sender; null for the null sender.</summary>
    public required string? Sender { get; init; }

    /// <summary>The recipients, at least one.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The name for the From field of a message that has none, possibly empty; null when the message has one.</summary>
    public string? AuthorName { get; init; }

    /// <summary>Of what the sender wants to be told.</summary>
    public DsnNotify Notify { get; init; }

    /// <summary>How much of the message he wants back.</summary>
    public DsnReturn Return { get; init; }

    /// <summary>What he calls the message in notices, or null.</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>What the relay knows the message again by (<see cref="HandoverKey"/>); null: it does not.</summary>
    public string? Key { get; init; }

    /// <summary>The parameters of MAIL.</summary>
    public MailParameters Parameters => new() { Return = Return, EnvelopeId = EnvelopeId, Key = Key };
}
