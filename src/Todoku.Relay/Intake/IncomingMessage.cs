using System.Buffers;
using Todoku.Relay.Intake.Smtp;
using Todoku.Relay.Policy;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Intake;

/// <summary>
/// One message on its way into the queue, by whichever door: its header goes through the policy, its body by it, and a small one is kept in memory until it
/// is complete, a large one goes to the disk in pieces. Nothing of it is left unless <see cref="CommitAsync"/> says that it is queued.
/// Its number is taken when its header is there, so that its Received field can say it.
/// </summary>
/// <param name="parts">What all doors share.</param>
/// <param name="submission">Who hands in what.</param>
/// <param name="received">Writes the Received field.</param>
internal sealed class IncomingMessage(IntakeParts parts, Submission submission, Func<QueueId, string> received) : IAsyncDisposable
{
    private readonly HeaderCollector _header = new(parts.Options.HeaderSize);
    private readonly ArrayBufferWriter<byte> _body = new(8192);
    private IMessagePreparation? _preparation;
    private IContentSpool? _spool;
    private StorageFault? _fault;
    private QueueId _id;

    /// <summary>Whether its header has more octets than one may have.</summary>
    public bool HasTooLargeHeader => _header.IsTooLarge;

    /// <summary>Why the policy does not take it; null when it does, or its header is not complete. Then <see cref="CommitAsync"/> must not be called.</summary>
    public MessageRefusal? Refusal => _preparation?.Refusal;

    /// <summary>The message is complete: what was not known to be its header's end is it. Whether it is refused is known afterwards.</summary>
    public async ValueTask EndAsync(CancellationToken cancellation)
    {
        if (_preparation is not null || _header.IsTooLarge || _fault is not null) return;
        _header.End();
        await AppendAsync(await BeginAsync().ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes the next octets; their lines end in CRLF.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellation)
    {
        if (_header.IsTooLarge || _fault is not null) return;
        if (_preparation is null)
        {
            if (!_header.Append(octets.Span) || _header.IsTooLarge) return;
            octets = await BeginAsync().ConfigureAwait(false);
        }
        await AppendAsync(octets, cancellation).ConfigureAwait(false);
    }

    /// <summary>Queues the message, which is not refused.</summary>
    public async ValueTask<EnqueueOutcome> CommitAsync(CancellationToken cancellation)
    {
        await EndAsync(cancellation).ConfigureAwait(false);
        if (_fault is { } fault) return new EnqueueOutcome.Refused(fault, "the beginning of the message could not be kept");
        var prepared = _preparation!.Finish();
        var envelope = EnvelopeOf(prepared);
        var lanes = LanesOf(submission.Recipients);
        if (_spool is not null)
        {
            if (_body.WrittenCount > 0 && !await SpoolAsync(cancellation).ConfigureAwait(false)) return new EnqueueOutcome.Refused(_fault ?? StorageFault.Failed, "the end of the message could not be kept");
            var outcome = await parts.Queue.CommitAsync(_spool, envelope, lanes).ConfigureAwait(false);
            if (outcome is EnqueueOutcome.Queued { IsRepeated: false } queued) parts.OnQueued?.Invoke(queued.Id, submission, envelope with { Size = _spool.Length }, prepared);
            return outcome;
        }
        // One piece of memory is what is kept and what is sent.
        var kept = _preparation.Header;
        var octets = new byte[prepared.Prefix.Length + kept.Length + _body.WrittenCount];
        prepared.Prefix.CopyTo(octets);
        kept.CopyTo(octets.AsMemory(prepared.Prefix.Length));
        _body.WrittenMemory.CopyTo(octets.AsMemory(prepared.Prefix.Length + kept.Length));
        var content = octets.AsMemory(prepared.Prefix.Length);
        envelope = envelope with { Size = content.Length };
        var message = new NewMessage(envelope, lanes, content) { Id = _id };
        return await parts.Queue.EnqueueAsync(message, cancellation, id => Remember(id, envelope, octets, prepared)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _preparation?.Dispose();
        if (_spool is not null) await _spool.DisposeAsync().ConfigureAwait(false);
    }

    // The cache knows it before the dispatcher does.
    private void Remember(QueueId id, QueuedEnvelope envelope, byte[] octets, PreparedMessage prepared)
    {
        parts.Cache.Add(new StoredMessage(id, envelope, []), octets);
        parts.OnQueued?.Invoke(id, submission, envelope, prepared);
    }

    // Gives what came of the body; nothing when there is no number to be had.
    private async ValueTask<ReadOnlyMemory<byte>> BeginAsync()
    {
        if (await parts.Queue.ReserveAsync().ConfigureAwait(false) is not { } id)
        {
            _fault = parts.Queue.Health.Fault ?? StorageFault.Failed;
            return default;
        }
        _id = id;
        _preparation = parts.Policy.Begin(submission, _header.Header, received(id));
        return _header.Body;
    }

    private async ValueTask AppendAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellation)
    {
        if (octets.IsEmpty || _preparation!.Refusal is not null) return;
        _preparation.Append(octets.Span);
        _body.Write(octets.Span);
        if (_preparation.Header.Length + _body.WrittenCount <= parts.Options.MemoryPerMessage) return;
        await SpoolAsync(cancellation).ConfigureAwait(false);
    }

    private async ValueTask<bool> SpoolAsync(CancellationToken cancellation)
    {
        if (_spool is null)
        {
            _spool = parts.Queue.Spool(_id);
            if (await _spool.WriteAsync(_preparation!.Header, cancellation).ConfigureAwait(false) is WriteOutcome.Failed failed) return Fail(failed);
        }
        if (await _spool.WriteAsync(_body.WrittenMemory, cancellation).ConfigureAwait(false) is WriteOutcome.Failed lost) return Fail(lost);
        _body.ResetWrittenCount();
        return true;
    }

    private bool Fail(WriteOutcome.Failed failed)
    {
        _fault = failed.Fault;
        return false;
    }

    private QueuedEnvelope EnvelopeOf(PreparedMessage prepared)
    {
        var mail = submission.Parameters;
        return new QueuedEnvelope
        {
            Sender = prepared.Sender,
            OriginalSender = prepared.OriginalSender,
            VerpDomain = prepared.VerpDomain,
            AuthorDomain = prepared.AuthorDomain,
            SigningDomains = prepared.SigningDomains,
            Prefix = prepared.Prefix,
            SubmitterKind = submission.SubmitterKind,
            Submitter = submission.Submitter,
            AcceptedAt = parts.Clock.Now,
            Size = 0,
            IsBulk = prepared.IsBulk,
            Needs = prepared.Needs,
            DsnEnvelopeId = mail.EnvelopeId,
            IdempotencyKey = submission.IdempotencyKey,
            KeepsOutcome = submission.KeepsOutcome,
            DsnReturn = ReturnOf(mail.Return),
            Recipients = [.. submission.Recipients.Select(recipient => new QueuedRecipient(recipient.Mailbox.ToString())
            {
                OriginalRecipient = recipient.Parameters.OriginalRecipient,
                Notify = (Queue.DsnNotify)recipient.Parameters.Notify,
            })],
        };
    }

    private static Queue.DsnReturn ReturnOf(Todoku.Smtp.Envelopes.DsnReturn wanted) => wanted switch
    {
        Todoku.Smtp.Envelopes.DsnReturn.Full => Queue.DsnReturn.Full,
        Todoku.Smtp.Envelopes.DsnReturn.Headers => Queue.DsnReturn.Headers,
        _ => Queue.DsnReturn.Unspecified,
    };

    private List<LaneKey> LanesOf(IReadOnlyList<EnvelopeRecipient> recipients)
    {
        var lanes = new List<LaneKey>(recipients.Count);
        foreach (var recipient in recipients) lanes.Add(parts.LaneOf(recipient));
        return lanes;
    }
}
