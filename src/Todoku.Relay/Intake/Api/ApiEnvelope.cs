using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Intake.Api;

/// <summary>From and for whom a message is that was handed in by HTTP.</summary>
/// <param name="Sender">The envelope sender; null for the null sender.</param>
/// <param name="Recipients">The recipients, each once.</param>
public sealed record ApiEnvelope(Mailbox? Sender, IReadOnlyList<Mailbox> Recipients);
