using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Correlation;

/// <summary>
/// Joins a message on the host that took it from its sender to the same message on that host's own relay, when both hosts' logs are read: by
/// Message-ID. The relay knows the first host as its client; who handed the message in stands in the first host's log. The hand-over itself is no
/// delivery any more: how the message fared is told by the relay.
/// </summary>
internal sealed class RelayHops(MessageTable messages)
{
    private readonly MessageIdIndex _byMessageId = new();
    private readonly MessageIdIndex _handedOver = new();

    /// <summary>Takes a message whose Message-ID was just seen.</summary>
    /// <param name="life">The message, with its hashes set.</param>
    /// <param name="before">The life on the first host.</param>
    /// <param name="after">The life on the relay; one of the two is <paramref name="life"/>.</param>
    /// <returns>Whether the two are to be joined.</returns>
    public bool TryFind(MessageLife life, out MessageLife before, out MessageLife after)
    {
        before = after = life;
        if (!_byMessageId.TryFind(life.MessageIdHash, out var key) || !messages.TryGet(key, out var other))
        {
            _byMessageId.Set(life.MessageIdHash, life.Key);
            return false;
        }
        if (other.HostHash == life.HostHash) return false;
        // The relay's clock may be ahead, so that its lines come first.
        if (CameFrom(other, life)) before = other;
        else if (CameFrom(life, other)) after = other;
        else return false;
        _byMessageId.Set(before.MessageIdHash, before.Key);
        _handedOver.Set(after.QueueIdHash, before.Key);
        return true;
    }

    /// <summary>Whether a reply to a message says that a relay took it over whose log tells the rest.</summary>
    public bool IsHandOver(MessageLife life, ReadOnlySpan<byte> reply) =>
        life.WentOn && NextHopId.TryFind(reply, out var queueId) && _handedOver.TryFind(Hash64.Of(queueId), out var key) && key == life.Key;

    // A login may send a message again that it got from elsewhere: only what was written on the first host came from there.
    private static bool CameFrom(MessageLife before, MessageLife after) => after.SubmitterKind switch
    {
        SubmitterKind.Client => before.SubmitterKind != SubmitterKind.Unknown,
        SubmitterKind.Authenticated => before.SubmitterKind is SubmitterKind.LocalUser or SubmitterKind.Authenticated,
        _ => false,
    };
}
