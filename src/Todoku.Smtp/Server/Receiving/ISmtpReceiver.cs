using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server.Receiving;

/// <summary>
/// Who owns the mail: decides about senders and recipients and takes messages. Called by one session at a time, by many sessions at once. What it throws
/// is answered with 451: nothing is ever accepted by accident.
/// </summary>
public interface ISmtpReceiver
{
    /// <summary>Says whether a client is served at all, before it is greeted. Everyone is, unless a receiver has other wishes.</summary>
    ValueTask<ClientVerdict> AcceptClientAsync(SmtpClientInfo client, CancellationToken cancellationToken) => new(new ClientVerdict.Welcome());

    /// <summary>Says whether mail from this sender is taken.</summary>
    /// <returns>Null to take it, else the refusal.</returns>
    ValueTask<Reply?> AcceptSenderAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken);

    /// <summary>Says what becomes of mail for this recipient.</summary>
    ValueTask<RecipientVerdict> AcceptRecipientAsync(SmtpClientInfo client, Envelope envelope, Mailbox recipient, RecipientParameters parameters, CancellationToken cancellationToken);

    /// <summary>Begins to take a message, before the client is told to send it.</summary>
    ValueTask<MessageOpening> OpenAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken);
}
