namespace Todoku.Relay.Queue.Outcomes;

/// <summary>What shall become of an entry.</summary>
public abstract record EntryOutcome
{
    private EntryOutcome(EntryId entry) => Entry = entry;

    /// <summary>The entry.</summary>
    public EntryId Entry { get; }

    /// <summary>The lane that an entry that stays has moved to; null when it did not move. Set by <see cref="DeliveryQueue"/>.</summary>
    public LaneKey? MovedTo { get; init; }

    /// <summary>What is remembered of an entry that leaves the queue; null where nobody can ask for it.</summary>
    public PastEntry? Past { get; init; }

    /// <summary>Whether the entry leaves the queue.</summary>
    public bool IsFinal => this is Delivered or Bounced or Dropped;

    /// <summary>The next server took responsibility.</summary>
    public sealed record Delivered(EntryId Entry) : EntryOutcome(Entry);

    /// <summary>Given up; whoever is to be told gets a notice in the same transaction.</summary>
    public sealed record Bounced(EntryId Entry) : EntryOutcome(Entry);

    /// <summary>Thrown away by an administrator, or a bounce of a bounce.</summary>
    public sealed record Dropped(EntryId Entry) : EntryOutcome(Entry);

    /// <summary>To be tried again.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="DueAt">When.</param>
    /// <param name="Result">How the attempt ended.</param>
    public sealed record Deferred(EntryId Entry, DateTimeOffset DueAt, AttemptResult Result) : EntryOutcome(Entry)
    {
        /// <summary>Whether the sender is told with it that the mail is late; remembered from then on, so that it is told once.</summary>
        public bool TellsDelay { get; init; }

        /// <summary>Whether the recipient may have the message already; remembered from then on.</summary>
        public bool IsPossiblyTwice { get; init; }
    }

    /// <summary>To be kept until somebody releases it.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="Result">The attempt that led to it; null when an administrator said so.</param>
    public sealed record Held(EntryId Entry, AttemptResult? Result) : EntryOutcome(Entry);

    /// <summary>A held or waiting entry that is to be sent at a time.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="DueAt">When.</param>
    public sealed record Released(EntryId Entry, DateTimeOffset DueAt) : EntryOutcome(Entry);
}
