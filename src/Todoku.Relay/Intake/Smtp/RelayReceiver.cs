using Todoku.Relay.Sendmail;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Relay.Intake.Smtp;

/// <summary>The door for SMTP: takes what its sessions bring into the queue. Who may relay is decided by the sessions (<see cref="SmtpListenerRole"/>).</summary>
/// <param name="parts">What all doors share.</param>
/// <param name="locals">The recipients of this machine.</param>
/// <param name="returns">Takes mail that came back.</param>
/// <param name="users">Where mail for users of this machine goes that its programs send; null when there is none.</param>
public sealed class RelayReceiver(IntakeParts parts, ILocalRecipients locals, IReturnedMail returns, LocalUserMail? users = null) : ISmtpReceiver
{
    private static readonly Reply NoSuchMailbox = Reply.Of(550, 1, 1, "No such mailbox here");
    private static readonly Reply Full = Reply.Of(452, 3, 1, "The queue can't take more now; try again later");
    private static readonly Reply NotNow = Reply.Of(451, 3, 0, "The queue can't be written now; nothing was accepted, try again later");
    private static readonly Reply Busy = Reply.Of(451, 3, 2, "Too much is being received; try again later");
    private static readonly Reply OneKind = Reply.Of(452, 5, 3, "Send this recipient a message of its own");

    /// <inheritdoc/>
    public ValueTask<Reply?> AcceptSenderAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return ValueTask.FromResult(Trouble() is { } trouble ? Refuse(client, trouble) : null);
    }

    /// <inheritdoc/>
    public ValueTask<RecipientVerdict> AcceptRecipientAsync(SmtpClientInfo client, Envelope envelope, Mailbox recipient, RecipientParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(client);
        if (client.LocalUserId is not null && users?.Accept(recipient) is { } forUser) return ValueTask.FromResult(forUser);
        var kind = locals.Find(recipient);
        // What comes back is read, not queued: it can't share a message with recipients that are.
        var isMixed = envelope.Recipients.Count > 0 && (kind == LocalRecipient.ReturnPath) != (locals.Find(envelope.Recipients[0].Mailbox) == LocalRecipient.ReturnPath);
        RecipientVerdict verdict = kind switch
        {
            LocalRecipient.Unknown => new RecipientVerdict.Refused(Refuse(client, NoSuchMailbox)),
            _ when isMixed => new RecipientVerdict.Refused(Refuse(client, OneKind)),
            LocalRecipient.None => new RecipientVerdict.Remote(),
            _ => new RecipientVerdict.Local(),
        };
        return ValueTask.FromResult(verdict);
    }

    /// <inheritdoc/>
    public ValueTask<MessageOpening> OpenAsync(SmtpClientInfo client, Envelope envelope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(envelope);
        if (Trouble() is { } trouble) return ValueTask.FromResult<MessageOpening>(new MessageOpening.Refused(Refuse(client, trouble)));
        if (locals.Find(envelope.Recipients[0].Mailbox) == LocalRecipient.ReturnPath)
            return ValueTask.FromResult<MessageOpening>(new MessageOpening.Opened(new ReturnedMailSink(returns, envelope)));
        if (client.LocalUserId is not null) envelope = WithKey(envelope);
        if (client.LocalUserId is not null && users is not null) envelope = users.Redirect(envelope);
        if (!parts.HasMemory) return ValueTask.FromResult<MessageOpening>(new MessageOpening.Refused(Refuse(client, Busy)));
        return ValueTask.FromResult<MessageOpening>(new MessageOpening.Opened(new RelaySink(parts, client, envelope)));
    }

    private static Envelope WithKey(Envelope envelope) => envelope is { Key: null, Parameters.Key: { } key }
        ? new Envelope(envelope.Sender, envelope.Parameters, envelope.Recipients) { Key = HandoverKey.Of(key, envelope.Recipients) }
        : envelope;

    private Reply Refuse(SmtpClientInfo client, Reply reply)
    {
        parts.OnAnswered?.Invoke(IntakeDoors.Of(client), false);
        return reply;
    }

    // Said before the message is sent: it costs the client nothing to wait.
    private Reply? Trouble() => parts.Queue.Health switch
    {
        { IsWritable: true } => null,
        { Fault: Queue.Outcomes.StorageFault.Full } => Full,
        _ => NotNow,
    };
}
