using Todoku.Mail;

namespace Todoku.Logs.Correlation;

/// <summary>What is known of one message while it is in the queue. Pooled.</summary>
internal sealed class MessageLife
{
    /// <summary>Host, instance and queue id.</summary>
    public ulong Key;

    /// <summary>What its attempts carry; over a content filter hop that of the first life.</summary>
    public ulong MessageKey;

    /// <summary>Hash of its Message-ID, 0 when not seen.</summary>
    public ulong MessageIdHash;

    /// <summary>Hash of its host's name and of its queue id alone, 0 when its Message-ID was not seen.</summary>
    public ulong HostHash, QueueIdHash;

    /// <summary>Its host's name, empty when its Message-ID was not seen; and the host it came from by way of a relay, empty when it is the first.</summary>
    public ByteField Host, OriginHost;

    /// <summary>How it came in.</summary>
    public SubmitterKind SubmitterKind;

    /// <summary>Who handed it in.</summary>
    public ByteField Submitter;

    /// <summary>Envelope sender.</summary>
    public ByteField Sender;

    /// <summary>Whether the sender's line was seen.</summary>
    public bool SenderKnown;

    /// <summary>Whether the observer was told that it is queued.</summary>
    public bool WasQueued;

    /// <summary>Whether a delivery of it was put off.</summary>
    public bool WasPutOff;

    /// <summary>Whether it went on under another id, after a content filter.</summary>
    public bool WentOn;

    /// <summary>Whether another host said under which id it took it over; told only where several logs are read.</summary>
    public bool WasHandedOver;

    /// <summary>Whether it has left the queue, and is kept for the lines of the host that took it over.</summary>
    public bool HasLeft;

    /// <summary>Whether it is a notice that this server made.</summary>
    public bool IsBounceNotice;

    /// <summary>Signing domain and selector.</summary>
    public ByteField DkimDomain, DkimSelector;

    /// <summary>When a line named it last, UTC ticks.</summary>
    public long LastSeen;

    /// <summary>When it was last looked at for its age, UTC ticks; at first when it began.</summary>
    public long LookedAt;

    /// <summary>Neighbours in the order of <see cref="LookedAt"/>.</summary>
    public MessageLife? Older, Newer;

    /// <summary>Makes it ready for another message.</summary>
    /// <param name="key">Host, instance and queue id.</param>
    /// <param name="messageKey">What its attempts carry.</param>
    /// <param name="now">The time of its first line, UTC ticks.</param>
    public void Reset(ulong key, ulong messageKey, long now)
    {
        Key = key;
        MessageKey = messageKey;
        LastSeen = LookedAt = now;
        MessageIdHash = HostHash = QueueIdHash = 0;
        SubmitterKind = SubmitterKind.Unknown;
        SenderKnown = WasQueued = WasPutOff = WentOn = WasHandedOver = HasLeft = IsBounceNotice = false;
        Host.Clear();
        OriginHost.Clear();
        Submitter.Clear();
        Sender.Clear();
        DkimDomain.Clear();
        DkimSelector.Clear();
    }

    /// <summary>Takes over who sent it from the life before a content filter or relay.</summary>
    public void Continue(MessageLife before)
    {
        MessageKey = before.MessageKey;
        SubmitterKind = before.SubmitterKind;
        Submitter.Set(before.Submitter.Span);
        if (!before.OriginHost.IsEmpty) OriginHost.Set(before.OriginHost.Span);
        if (!SenderKnown && before.SenderKnown)
        {
            Sender.Set(before.Sender.Span);
            SenderKnown = true;
        }
        if (before.DkimDomain.IsEmpty) return;
        DkimDomain.Set(before.DkimDomain.Span);
        DkimSelector.Set(before.DkimSelector.Span);
    }
}
