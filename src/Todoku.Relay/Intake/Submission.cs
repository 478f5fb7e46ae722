using System.Net;
using Todoku.Mail;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Intake;

/// <summary>A message as it was handed to the relay, by whichever door, before any policy.</summary>
public sealed record Submission
{
    /// <summary>How it came in.</summary>
    public required SubmitterKind SubmitterKind { get; init; }

    /// <summary>User name, SASL user, client address or name of the API key.</summary>
    public required string Submitter { get; init; }

    /// <summary>The address that it came from; null from this machine's sendmail.</summary>
    public IPAddress? ClientAddress { get; init; }

    /// <summary>The name that the client said in EHLO or HELO; null when it said none.</summary>
    public string? ClientHelloName { get; init; }

    /// <summary>The client's host name as a trusted proxy gave it (XCLIENT NAME); null otherwise. Never looked up.</summary>
    public string? ClientHostName { get; init; }

    /// <summary>The envelope sender; null for the null sender.</summary>
    public required Mailbox? Sender { get; init; }

    /// <summary>What came with the sender.</summary>
    public required MailParameters Parameters { get; init; }

    /// <summary>The recipients, at least one.</summary>
    public required IReadOnlyList<EnvelopeRecipient> Recipients { get; init; }

    /// <summary>What who hands it in calls it, so that it is queued once however often it is handed in (<see cref="Queue.QueuedEnvelope.IdempotencyKey"/>); null without.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether who hands it in can ask later what became of it (<see cref="Queue.QueuedEnvelope.KeepsOutcome"/>).</summary>
    public bool KeepsOutcome { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
