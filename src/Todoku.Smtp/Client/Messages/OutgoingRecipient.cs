using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Client.Messages;

/// <summary>One recipient of a message that is sent.</summary>
/// <param name="Mailbox">Its address.</param>
/// <param name="Parameters">What its sender wants to hear of it; said only to servers with DSN.</param>
public sealed record OutgoingRecipient(Mailbox Mailbox, RecipientParameters Parameters);
