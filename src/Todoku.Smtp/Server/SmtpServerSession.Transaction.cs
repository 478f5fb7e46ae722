using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server.Commands;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Smtp.Server;

/// <content>MAIL, RCPT and RSET.</content>
public sealed partial class SmtpServerSession
{
    private Envelope? _envelope;

    private async ValueTask<bool> MailAsync(SmtpCommand.Mail mail)
    {
        if (RefuseMail(mail) is { } refusal) return await Answer(refusal);
        var envelope = new Envelope(mail.Sender, mail.Parameters);
        Reply? reply;
        try
        {
            reply = await _receiver.AcceptSenderAsync(_client, envelope, _abort);
        }
        catch (Exception exception) when (!_abort.IsCancellationRequested)
        {
            reply = Failed(exception);
        }
        if (reply is null) _envelope = envelope;
        return await Answer(reply ?? ServerReplies.SenderOk);
    }

    private Reply? RefuseMail(SmtpCommand.Mail mail)
    {
        if (_client.HelloName is null) return ServerReplies.HelloFirst;
        if (_options.RequiresTls && _client.Tls is null) return ServerReplies.TlsFirst;
        if (_options.Role == SmtpListenerRole.Submission && _client.User is null) return ServerReplies.PasswordFirst;
        if (_envelope is not null) return ServerReplies.NestedMail;
        if (!_client.IsExtended && mail.Parameters != MailParameters.None) return ServerReplies.NoExtensions;
        if (mail.Parameters.RequiresTls && _client.Tls is null) return ServerReplies.RequireTlsNeedsTls;
        if (mail.Parameters.Key is not null && _options.Role != SmtpListenerRole.LocalUsers) return ServerReplies.UnknownParameter("XONCE"u8);
        if (mail.Parameters.Size > Limits.MessageSize) return ServerReplies.TooLarge;
        return mail.Sender is null ? null : RefuseMailbox(mail.Sender, mail.Parameters.IsInternational);
    }

    private async ValueTask<bool> RecipientAsync(SmtpCommand.Recipient recipient)
    {
        if (_envelope is null) return await Answer(ServerReplies.MailFirst);
        if (_intake is not null || _chunksRefused) return await Answer(ServerReplies.ChunksBegan);
        if (_envelope.Recipients.Count >= Limits.Recipients) return await Answer(ServerReplies.TooManyRecipients);
        if (!_client.IsExtended && recipient.Parameters != RecipientParameters.None) return await Answer(ServerReplies.NoExtensions);
        if (RefuseMailbox(recipient.Mailbox, _envelope.Parameters.IsInternational) is { } refusal) return await Answer(refusal);
        RecipientVerdict verdict;
        try
        {
            verdict = await _receiver.AcceptRecipientAsync(_client, _envelope, recipient.Mailbox, recipient.Parameters, _abort);
        }
        catch (Exception exception) when (!_abort.IsCancellationRequested)
        {
            return await Answer(Failed(exception));
        }
        switch (verdict)
        {
            case RecipientVerdict.Refused refused:
                return await Answer(Refusal(refused.Reply));
            // The one place that keeps this from being an open relay: whatever the receiver makes of an address, only who may relay does.
            case RecipientVerdict.Remote when !_client.MayRelay:
                return await Answer(ServerReplies.RelayDenied);
            default:
                _envelope.Add(new EnvelopeRecipient(recipient.Mailbox, recipient.Parameters, verdict is RecipientVerdict.Local));
                return await Answer(ServerReplies.RecipientOk);
        }
    }

    // Programs on trusted hosts name users without a domain; whose they are is the receiver's matter. Postmaster always may stand alone.
    private Reply? RefuseMailbox(Mailbox mailbox, bool isInternational)
    {
        if (mailbox.IsInternational && !isInternational) return ServerReplies.NeedsUtf8;
        if (mailbox.Domain.Length > 0 || _client.MayRelay || mailbox.LocalPart.Equals("postmaster", StringComparison.OrdinalIgnoreCase)) return null;
        return ServerReplies.NeedsDomain;
    }

    private async ValueTask<bool> ResetAsync()
    {
        await ResetTransactionAsync();
        return await Answer(ServerReplies.Ok);
    }

    private async ValueTask ResetTransactionAsync()
    {
        await EndMessageAsync();
        _envelope = null;
        _chunksRefused = false;
    }

    private Reply Failed(Exception exception)
    {
        _observer?.Failed(_client, exception);
        return ServerReplies.LocalError;
    }

    // A receiver that refuses with words of consent would leave the client believing.
    private static Reply Refusal(Reply reply) => reply.Code >= 400 ? reply : ServerReplies.LocalError;
}
