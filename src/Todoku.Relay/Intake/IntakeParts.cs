using Todoku.Mail;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Policy;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Destinations;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Intake;

/// <summary>What every door of the relay shares.</summary>
/// <param name="Queue">Where messages go.</param>
/// <param name="Policy">What is changed in them.</param>
/// <param name="Destinations">Who takes the mail of a domain; only asked for what it remembers.</param>
/// <param name="Cache">Holds what is about to be sent.</param>
/// <param name="Clock">The time.</param>
/// <param name="Options">Limits.</param>
public sealed record IntakeParts(DeliveryQueue Queue, IMessagePolicy Policy, IDestinationFinder Destinations, MessageCache Cache, SteadyClock Clock, IntakeOptions Options)
{
    private const string LocalLane = "local";

    private long _inMemory;

    /// <summary>The lane of mail that stays on this machine.</summary>
    public static LaneKey Local { get; } = new(LocalLane);

    /// <summary>Is told of every message that was queued, before it is delivered, with what the policy made of it; null when nobody asks.</summary>
    public Action<QueueId, Submission, QueuedEnvelope, PreparedMessage>? OnQueued { get; init; }

    /// <summary>Is told of every message that was taken or refused; null when nobody asks.</summary>
    public Action<IntakeDoor, bool>? OnAnswered { get; init; }

    /// <summary>Whether there is memory for one more message.</summary>
    public bool HasMemory => Interlocked.Read(ref _inMemory) < Options.Memory;

    /// <summary>Counts memory that a message takes, or gives back.</summary>
    public void CountMemory(long octets) => Interlocked.Add(ref _inMemory, octets);

    /// <summary>
    /// The lane of a recipient. DNS is not waited for while a client waits for its 250: a domain that nothing is known of gets a lane of its own, and delivery
    /// moves it when the answer is there.
    /// </summary>
    public LaneKey LaneOf(EnvelopeRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        if (recipient.IsLocal) return Local;
        if (recipient.Mailbox.IsAddressLiteral || !DomainName.TryParse(recipient.Mailbox.Domain, out var domain)) return new LaneKey($"domain:{recipient.Mailbox.Domain}");
        return Destinations.Recall(domain) is Destination.Servers servers ? servers.Lane : LaneKey.OfDomain(domain);
    }
}
