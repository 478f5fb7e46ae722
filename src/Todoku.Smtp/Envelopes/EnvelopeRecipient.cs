namespace Todoku.Smtp.Envelopes;

/// <summary>One accepted recipient of an envelope.</summary>
/// <param name="Mailbox">Its address.</param>
/// <param name="Parameters">What the sender said about it.</param>
/// <param name="IsLocal">Whether this host keeps or handles its mail; else it is relayed.</param>
public sealed record EnvelopeRecipient(Mailbox Mailbox, RecipientParameters Parameters, bool IsLocal);
