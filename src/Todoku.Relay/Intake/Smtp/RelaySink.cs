using Todoku.Mail;
using Todoku.Relay.Operating;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Relay.Intake.Smtp;

/// <summary>One message of an SMTP session on its way into the queue.</summary>
internal sealed class RelaySink : ISmtpMessageSink
{
    private static readonly Reply HeaderTooLarge = Reply.Of(552, 3, 4, "The header of the message is too large");
    private static readonly Reply Full = Reply.Of(452, 3, 1, "The queue is full; nothing was accepted, try again later");
    private static readonly Reply NotKept = Reply.Of(451, 3, 0, "The message could not be kept; nothing was accepted, try again later");

    private readonly IntakeParts _parts;
    private readonly IncomingMessage _message;
    private readonly IntakeDoor _door;
    private readonly long _reserved;

    public RelaySink(IntakeParts parts, SmtpClientInfo client, Envelope envelope)
    {
        (_parts, _door) = (parts, IntakeDoors.Of(client));
        var time = parts.Clock.Time.GetLocalNow();
        var submission = new Submission
        {
            SubmitterKind = client switch { { LocalUserId: not null } => SubmitterKind.LocalUser, { User: not null } => SubmitterKind.Authenticated, _ => SubmitterKind.Client },
            Submitter = client.LocalUserId is { } user ? UserAccount.NameOf(user) : client.User ?? client.Address.ToString(),
            ClientAddress = client.LocalUserId is null ? client.Address : null,
            ClientHelloName = client.HelloName,
            ClientHostName = client.HostName,
            Sender = envelope.Sender,
            Parameters = envelope.Parameters,
            Recipients = envelope.Recipients,
            ReceivedAt = time,
            IdempotencyKey = envelope.Key,
            KeepsOutcome = _door == IntakeDoor.Http,
        };
        _message = new IncomingMessage(parts, submission, id => ReceivedField.Format(client, envelope, parts.Options.HostName, id.ToString(), time));
        _reserved = envelope.Parameters.Size is { } size ? Math.Min(size, parts.Options.MemoryPerMessage) : parts.Options.MemoryPerMessage / 4;
        parts.CountMemory(_reserved);
    }

    /// <summary>What the queue said; null before, and when it did not take the message.</summary>
    public EnqueueOutcome.Queued? Queued { get; private set; }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken) => _message.WriteAsync(octets, cancellationToken);

    public async ValueTask<Reply> CommitAsync(CancellationToken cancellationToken)
    {
        var reply = await KeepAsync(cancellationToken).ConfigureAwait(false);
        // One that was taken before, under the same key, is not counted again.
        if (Queued is not { IsRepeated: true }) _parts.OnAnswered?.Invoke(_door, Queued is not null);
        return reply;
    }

    private async ValueTask<Reply> KeepAsync(CancellationToken cancellationToken)
    {
        if (_message.HasTooLargeHeader) return HeaderTooLarge;
        await _message.EndAsync(cancellationToken).ConfigureAwait(false);
        if (_message.Refusal is { } refusal) return refusal.Reply;
        var outcome = await _message.CommitAsync(cancellationToken).ConfigureAwait(false);
        Queued = outcome as EnqueueOutcome.Queued;
        return outcome switch
        {
            EnqueueOutcome.Queued queued => Reply.Of(250, 0, 0, $"Queued as {queued.Id}"),
            EnqueueOutcome.Refused { Fault: StorageFault.Full } => Full,
            _ => NotKept,
        };
    }

    public async ValueTask DisposeAsync()
    {
        _parts.CountMemory(-_reserved);
        await _message.DisposeAsync().ConfigureAwait(false);
    }
}
