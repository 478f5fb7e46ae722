using Todoku.Logs.Dialects;
using Todoku.Logs.Reading;
using Todoku.Mail;

namespace Todoku.Logs.Correlation;

internal sealed partial class Correlator
{
    private void Arrived(in LogEvent logEvent, ReadOnlySpan<byte> plain)
    {
        var life = _messages.Begin(logEvent.Key);
        life.SubmitterKind = logEvent.SubmitterKind;
        life.Submitter.Set(logEvent.Name.Of(plain));
        // Postfix tells the id before the filter when the filter speaks XFORWARD.
        if (logEvent.OtherKey != 0 && _messages.TryGet(logEvent.OtherKey, out var before)) Join(before, life);
    }

    private void MessageIdSeen(in LogEvent logEvent, ReadOnlySpan<byte> plain)
    {
        var life = _messages.GetOrBegin(logEvent.Key);
        life.MessageIdHash = logEvent.OtherKey;
        life.HostHash = Hash64.Of(logEvent.Host.Of(plain));
        life.Host.Set(logEvent.Host.Of(plain));
        life.QueueIdHash = Hash64.Of(logEvent.QueueId.Of(plain));
        var onThisHost = life.MessageIdHash ^ life.HostHash;
        if (life.SubmitterKind == SubmitterKind.Client && LoopbackHost.IsAddress(life.Submitter.Span)
            && _messageIds.TryFind(onThisHost, out var firstKey) && firstKey != logEvent.Key
            && _messages.TryGet(firstKey, out var first))
        {
            Join(first, life);
            return;
        }
        _messageIds.Add(onThisHost, logEvent.Key);
        _relayHops ??= new RelayHops(_messages);
        if (_relayHops.TryFind(life, out var before, out var after))
        {
            Join(before, after);
            if (after.OriginHost.IsEmpty) after.OriginHost.Set(before.Host.Span);
            before.WasQueued |= after.WasQueued; // counted where it was seen first
        }
    }

    private void Queued(in LogEvent logEvent, ReadOnlySpan<byte> plain, long utc, bool inRange)
    {
        var life = _messages.GetOrBegin(logEvent.Key);
        life.Sender.Set(logEvent.Address.Of(plain));
        life.SenderKnown = true;
        if (life.WasQueued) return; // the queue manager repeats the line at every try
        life.WasQueued = true;
        if (!inRange) return;
        observer.Queued(new QueuedMessage
        {
            UtcTicks = utc,
            Host = logEvent.Host.Of(plain),
            MessageKey = life.MessageKey,
            Sender = life.Sender.Span,
            Recipients = logEvent.Count,
            Size = logEvent.Size,
            Submitter = new Submitter(life.SubmitterKind, life.Submitter.Span),
            IsBounceNotice = life.IsBounceNotice,
        });
    }

    private void Removed(in LogEvent logEvent, ReadOnlySpan<byte> plain, long utc, bool inRange)
    {
        if (!_messages.TryGet(logEvent.Key, out var life) || life.HasLeft) return;
        // A message that went on under another id is still there.
        if (inRange && life is { WasQueued: true, WentOn: false }) observer.Removed(utc, logEvent.Host.Of(plain));
        if (life is { WasHandedOver: true, WentOn: false }) _messages.EndSoon(life);
        else _messages.End(life);
    }

    private void BounceNotice(in LogEvent logEvent)
    {
        var notice = _messages.GetOrBegin(logEvent.OtherKey);
        notice.IsBounceNotice = true;
        notice.SubmitterKind = SubmitterKind.Server;
        notice.SenderKnown = true;
    }

    private void Signed(in LogEvent logEvent, ReadOnlySpan<byte> plain)
    {
        var life = _messages.GetOrBegin(logEvent.Key);
        life.DkimDomain.Set(logEvent.Name.Of(plain));
        life.DkimSelector.Set(logEvent.OtherName.Of(plain));
    }

    private void Attempted(LogBlock block, in LogEvent logEvent, ReadOnlySpan<byte> plain, long utc, bool inRange)
    {
        var isDelivered = logEvent.Status == DeliveryStatus.Delivered;
        var life = isDelivered ? _messages.GetOrPass(logEvent.Key) : _messages.GetOrBegin(logEvent.Key);
        life.WasPutOff |= logEvent.Status == DeliveryStatus.Deferred;
        if (logEvent.Kind == LogEventKind.Expired && !life.SenderKnown)
        {
            life.Sender.Set(logEvent.Address.Of(plain));
            life.SenderKnown = true;
        }
        if (isDelivered && IsFilterHop(logEvent, plain))
        {
            if (QueuedAsText.TryFind(logEvent.Text.Of(plain), out var next)) Continue(life, KeyLike(logEvent, plain, next));
            return;
        }
        if (isDelivered && JoinsHosts && !life.WentOn) life.WasHandedOver |= NextHopId.TryFind(logEvent.Text.Of(plain), out _);
        if (isDelivered && _relayHops is not null && _relayHops.IsHandOver(life, logEvent.Text.Of(plain))) return;
        if (inRange) Tell(block, logEvent, plain, utc, life);
    }

    private void Tell(LogBlock block, in LogEvent logEvent, ReadOnlySpan<byte> plain, long utc, MessageLife life)
    {
        var expired = logEvent.Kind == LogEventKind.Expired;
        observer.Attempted(new DeliveryAttempt
        {
            UtcTicks = utc,
            Status = logEvent.Status,
            Agent = expired ? DeliveryAgent.Error : logEvent.Agent,
            Host = logEvent.Host.Of(plain),
            OriginHost = life.OriginHost.Span,
            Instance = logEvent.Instance.Of(plain),
            QueueId = logEvent.QueueId.Of(plain),
            MessageKey = life.MessageKey,
            SenderKnown = life.SenderKnown,
            Sender = life.Sender.Span,
            Recipient = expired ? default : logEvent.Address.Of(plain),
            OriginalRecipient = logEvent.OriginalAddress.Of(plain),
            RelayHost = logEvent.RelayHost.Of(plain),
            RelayAddress = logEvent.RelayAddress.Of(plain),
            RelayPort = logEvent.Port,
            LocalAddress = logEvent.LocalAddress.Of(plain),
            LoggedStatus = logEvent.Code,
            Stage = logEvent.Stage,
            IsRemoteReply = (logEvent.Flags & LogEventFlags.RemoteReply) != 0,
            Reply = logEvent.Text.Of(plain),
            DelaySeconds = expired ? -1 : logEvent.Delay,
            Submitter = new Submitter(life.SubmitterKind, life.Submitter.Span),
            DkimDomain = life.DkimDomain.Span,
            DkimSelector = life.DkimSelector.Span,
            TlsFeatures = logEvent.OtherName.Of(plain),
            IsEcho = expired || (logEvent.Flags & LogEventFlags.Echo) != 0,
            Line = block.LineOf(logEvent),
        });
    }

    // Handing a message to a content filter on this host is no delivery; the message comes back under another id.
    private static bool IsFilterHop(in LogEvent logEvent, ReadOnlySpan<byte> plain) =>
        logEvent.Agent is DeliveryAgent.Smtp or DeliveryAgent.Lmtp && !logEvent.RelayAddress.IsEmpty
        && LoopbackHost.Is(logEvent.RelayHost.Of(plain), logEvent.RelayAddress.Of(plain), logEvent.Host.Of(plain))
        && logEvent.Text.Of(plain).IndexOf("queued as "u8) >= 0;

    private void Continue(MessageLife before, ulong nextKey)
    {
        if (nextKey == before.Key) return;
        Join(before, _messages.GetOrBegin(nextKey));
    }

    private void Join(MessageLife before, MessageLife after)
    {
        if (before == after || after.MessageKey == before.MessageKey) return;
        // What is known under the key that it had so far is named no more.
        observer.Ended(after.MessageKey);
        after.Continue(before);
        after.WasQueued |= before.WasQueued;
        before.WentOn = true;
    }

    // The filter hands the message back to the same host and instance.
    private static ulong KeyLike(in LogEvent logEvent, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> queueId) =>
        Hash64.Of(queueId, QueueScope.Of(logEvent.Host.Of(plain), logEvent.Instance.Of(plain)));
}
