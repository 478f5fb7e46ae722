using Todoku.Mail;
using Todoku.Mail.Messages;
using Todoku.Mail.Messages.Notices;
using Todoku.Mail.Messages.Parts;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Intake;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Smtp.Envelopes;
using DsnNotify = Todoku.Relay.Queue.DsnNotify;
using Todoku.Smtp.Replies;

namespace Todoku.Relay.Bounces.Incoming;

/// <summary>
/// Takes what comes back to return paths of the relay's own.
/// </summary>
/// <remarks>
/// <code>
/// what comes                     what follows
/// bounce                         the sender that was handed in is told in a notice of our own, once for each recipient; a permanent cause of the
///                                recipient goes to the suppression list; other causes go to the observer alone
/// notice of delay or delivery    handed on to the sender as it is, where NOTIFY wants it
/// complaint                      the recipient gets no more such mail from the author's domain; nobody is told by mail
/// automatic answer               dropped: it is for nobody who reads that address
/// anything from nobody           handed on to the sender as it is: it may be a bounce that we can't read
/// anything else                  refused
/// </code>
/// A 250 is said when all that follows is on the disk. What a forger can do with a return path that he was sent is to have himself suppressed.
/// </remarks>
public sealed class ReturnedMailReceiver(ReturnedMailParts parts) : IReturnedMail
{
    private const int MostRemembered = 10_000;

    private static readonly Reply Taken = Reply.Of(250, 0, 0, "Read");
    private static readonly Reply BouncesOnly = Reply.Of(550, 7, 1, "This address takes bounces and nothing else");
    private static readonly Reply TooMany = Reply.Of(550, 5, 3, "A bounce is for one recipient");
    private static readonly Reply NotNow = Reply.Of(451, 3, 0, "This can't be kept now; try again later");

    private readonly BounceReader _reader = new(parts.Knowledge);
    private readonly Lock _gate = new();
    private readonly Queue<EntryId> _toldInOrder = new();
    private readonly HashSet<EntryId> _told = [];

    /// <inheritdoc/>
    public int MaxLength => 256 << 10;

    /// <summary>Whether mail for this address is for here.</summary>
    public bool IsOurs(Mailbox recipient) => parts.Paths.IsOurs(recipient);

    /// <inheritdoc/>
    public async ValueTask<Reply> TakeAsync(IReadOnlyList<Mailbox> recipients, Mailbox? sender, ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        if (recipients.Count != 1) return TooMany;
        var message = octets.ToArray();
        var headers = MessageHeaders.Parse(message);
        var notice = NoticeReader.Read(headers, PartList.Of(headers));
        if (notice.Kind == MessageKind.Complaint) return await ComplainAsync(notice, recipients[0]).ConfigureAwait(false);
        if (!parts.Paths.TryRead(recipients[0], out var entry)) return Refuse(notice.Kind);
        var sent = await FindAsync(entry).ConfigureAwait(false);
        return notice.Kind switch
        {
            MessageKind.Bounce => await BounceAsync(notice, entry, sent, cancellationToken).ConfigureAwait(false),
            MessageKind.Delay or MessageKind.Delivered => await HandOnAsync(notice.Kind, sent, message, cancellationToken).ConfigureAwait(false),
            MessageKind.AutoReply => Drop(notice.Kind, "an automatic answer is dropped"),
            _ when sender is null => await HandOnAsync(notice.Kind, sent, message, cancellationToken).ConfigureAwait(false),
            _ => Refuse(notice.Kind),
        };
    }

    private async ValueTask<Reply> BounceAsync(MessageNotice notice, EntryId entry, SentRecord? sent, CancellationToken cancellation)
    {
        var report = _reader.Read(notice, entry, sent, parts.Clock.Now);
        if (sent is not null && !WasTold(entry))
        {
            if (NoticeOf(report, sent, notice.Returned) is { } told && await parts.Enqueue(told, cancellation).ConfigureAwait(false) is not EnqueueOutcome.Queued) return NotNow;
            Remember(entry);
        }
        if (parts.Keep is { } keep && !await keep(report).ConfigureAwait(false)) return NotNow;
        if (sent is not null && report.IsPermanent) await parts.Suppressed.LearnAsync(report, sent).ConfigureAwait(false);
        parts.Observer.Bounced(report);
        return Taken;
    }

    private async ValueTask<Reply> ComplainAsync(MessageNotice notice, Mailbox recipient)
    {
        EntryId? entry = parts.Paths.TryRead(recipient, out var direct) ? direct : ComplaintReader.FindEntry(notice, parts.Paths);
        var sent = entry is { } known ? await FindAsync(known).ConfigureAwait(false) : null;
        var report = ComplaintReader.Read(notice, entry, sent, parts.Clock.Now);
        if (sent is not null && report.IsAgainstUs) await parts.Suppressed.LearnAsync(report, sent).ConfigureAwait(false);
        parts.Observer.Complained(report);
        return Taken;
    }

    // An attempt whose end is not known, or the last second before a crash, left no record.
    private async ValueTask<SentRecord?> FindAsync(EntryId entry)
    {
        if (await parts.Sent.FindAsync(entry).ConfigureAwait(false) is { } sent) return sent;
        return parts.FindQueued(entry.Message) is { } envelope ? SentRecord.Of(entry, envelope, "", "", parts.Clock.Now) : null;
    }

    private NewMessage? NoticeOf(BounceReport report, SentRecord sent, ReadOnlyMemory<byte> returned)
    {
        var envelope = EnvelopeOf(sent);
        var attempt = new AttemptReport
        {
            Entry = new EntryId(sent.Entry.Message, 0),
            At = report.At,
            Envelope = envelope,
            Sender = sent.Sender,
            Recipient = sent.Recipient,
            Provider = sent.Provider,
            Path = sent.Path,
            RelayHost = report.RemoteHost.Length > 0 ? report.RemoteHost : report.Reporter,
            Decision = new DeliveryDecision(DeliveryAction.Bounce, report.Cause, report.RuleId, SmtpStage.Unknown, report.Reply, IsRemote: true, null),
            Attempts = 1,
        };
        return parts.Notices.Write(NoticeKind.Failure, new StoredMessage(sent.Entry.Message, envelope, []), [attempt], MessageLineEnds.ToCrlf(returned, out _));
    }

    private static QueuedEnvelope EnvelopeOf(SentRecord sent) => new()
    {
        Sender = sent.Sender,
        SubmitterKind = SubmitterKind.Server,
        Submitter = NoticeWriter.Submitter,
        AcceptedAt = sent.AcceptedAt,
        // Never the length of what came back: it is not ours, and is given back as a header only.
        Size = long.MaxValue,
        AuthorDomain = sent.AuthorDomain,
        DsnEnvelopeId = sent.EnvelopeId.Length > 0 ? sent.EnvelopeId : null,
        Recipients = [new QueuedRecipient(sent.Recipient) { Notify = sent.Notify, OriginalRecipient = sent.OriginalRecipient.Length > 0 ? sent.OriginalRecipient : null }],
    };

    private async ValueTask<Reply> HandOnAsync(MessageKind kind, SentRecord? sent, byte[] message, CancellationToken cancellation)
    {
        if (sent is null || sent.Sender.Length == 0 || !IsWanted(kind, sent.Notify)) return Drop(kind, "nobody wants to know it");
        var envelope = new QueuedEnvelope
        {
            Sender = "",
            SubmitterKind = SubmitterKind.Server,
            Submitter = NoticeWriter.Submitter,
            AcceptedAt = parts.Clock.Now,
            Size = message.Length,
            Needs = (System.Text.Ascii.IsValid(message) ? ContentNeeds.None : ContentNeeds.EightBit) | (System.Text.Ascii.IsValid(sent.Sender) ? ContentNeeds.None : ContentNeeds.Utf8),
            Recipients = [new QueuedRecipient(sent.Sender) { Notify = DsnNotify.Never }],
        };
        if (await parts.Enqueue(new NewMessage(envelope, [parts.LaneOf(sent.Sender)], message), cancellation).ConfigureAwait(false) is not EnqueueOutcome.Queued) return NotNow;
        parts.Observer.Returned(kind, $"handed on to {sent.Sender}");
        return Taken;
    }

    private static bool IsWanted(MessageKind kind, DsnNotify notify) => kind switch
    {
        MessageKind.Delivered => notify.HasFlag(DsnNotify.Success),
        MessageKind.Delay => notify == DsnNotify.Unspecified || notify.HasFlag(DsnNotify.Delay),
        _ => notify != DsnNotify.Never,
    };

    private Reply Drop(MessageKind kind, string why)
    {
        parts.Observer.Returned(kind, why);
        return Taken;
    }

    private Reply Refuse(MessageKind kind)
    {
        parts.Observer.Returned(kind, "refused: it is no bounce");
        return BouncesOnly;
    }

    private bool WasTold(EntryId entry)
    {
        lock (_gate) return _told.Contains(entry);
    }

    private void Remember(EntryId entry)
    {
        lock (_gate)
        {
            if (!_told.Add(entry)) return;
            _toldInOrder.Enqueue(entry);
            if (_toldInOrder.Count > MostRemembered) _told.Remove(_toldInOrder.Dequeue());
        }
    }
}
