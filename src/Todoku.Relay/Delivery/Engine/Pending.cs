using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Lanes;
using Todoku.Smtp.Client.Messages;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>One recipient that is being delivered.</summary>
internal sealed class Pending(ScheduledEntry entry, QueuedRecipient recipient)
{
    /// <summary>The entry.</summary>
    public ScheduledEntry Entry { get; } = entry;

    /// <summary>The recipient.</summary>
    public QueuedRecipient Recipient { get; } = recipient;

    /// <summary>How it is said to a server; null while its address was not read.</summary>
    public OutgoingRecipient? Outgoing { get; set; }

    /// <summary>Attempts that began.</summary>
    public int Attempts { get; set; } = entry.Attempts;

    /// <summary>Whether a server may have taken it though no answer came.</summary>
    public bool IsPossiblyTwice { get; set; } = entry.IsPossiblyTwice;

    /// <summary>What was decided last; null before.</summary>
    public DeliveryDecision? Decision { get; set; }

    /// <summary>Whether the server that took it sends the notice of success itself (DSN; RFC 3461, section 5.2.2).</summary>
    public bool IsTold { get; set; }

    /// <summary>When to try again because no path is open; null to follow the schedule of the cause.</summary>
    public DateTimeOffset? WaitUntil { get; set; }

    /// <summary>The way of the last attempt; null before.</summary>
    public AttemptWay? Way { get; set; }
}
