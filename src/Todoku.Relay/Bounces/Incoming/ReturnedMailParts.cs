using Todoku.Knowledge;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Bounces.Incoming;

/// <summary>What <see cref="ReturnedMailReceiver"/> works with.</summary>
public sealed record ReturnedMailParts
{
    /// <summary>Tells return paths.</summary>
    public required ReturnPathMaker Paths { get; init; }

    /// <summary>Knows what was sent.</summary>
    public required SentRegistry Sent { get; init; }

    /// <summary>Who is not written to any more.</summary>
    public required SuppressionList Suppressed { get; init; }

    /// <summary>What replies mean.</summary>
    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>Writes notices to the senders.</summary>
    public required INoticeWriter Notices { get; init; }

    /// <summary>Finds the envelope of a message that is still queued for other recipients; null when it is not.</summary>
    public required Func<QueueId, QueuedEnvelope?> FindQueued { get; init; }

    /// <summary>Queues them.</summary>
    public required Func<NewMessage, CancellationToken, ValueTask<EnqueueOutcome>> Enqueue { get; init; }

    /// <summary>Keeps that a recipient's mail came back, for who can ask what became of it; false when it can't be kept now. Null when nobody can ask.</summary>
    public Func<BounceReport, ValueTask<bool>>? Keep { get; init; }

    /// <summary>The lane of an address.</summary>
    public required Func<string, LaneKey> LaneOf { get; init; }

    /// <summary>Is told.</summary>
    public required IBounceObserver Observer { get; init; }

    /// <summary>The time.</summary>
    public required SteadyClock Clock { get; init; }
}
