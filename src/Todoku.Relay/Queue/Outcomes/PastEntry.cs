using Todoku.Knowledge;

namespace Todoku.Relay.Queue.Outcomes;

/// <summary>
/// What became of one recipient, kept for a time after it left the queue for those who handed it in by a door where they can ask
/// (<see cref="QueuedEnvelope.KeepsOutcome"/>). It names all that an answer needs: its message may be gone.
/// </summary>
/// <param name="Entry">The entry that there was.</param>
public sealed record PastEntry(EntryId Entry)
{
    /// <summary>Who handed it in.</summary>
    public required string Submitter { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>The recipient.</summary>
    public required string Address { get; init; }

    /// <summary>How it ended.</summary>
    public required FinalState State { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Attempts that began.</summary>
    public int Attempts { get; init; }

    /// <summary>What the last attempt failed for; null where it was delivered, or never tried.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The last reply, or the relay's own words, cut at <see cref="AttemptResult.MaxReplyLength"/>; empty without.</summary>
    public string Reply { get; init; } = "";

    /// <summary>What is kept of an entry of a message with this envelope that ends in a state now.</summary>
    public static PastEntry Of(EntryId entry, QueuedEnvelope envelope, string address, FinalState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return new PastEntry(entry) { Submitter = envelope.Submitter, AcceptedAt = envelope.AcceptedAt, Address = address, State = state, EndedAt = now };
    }
}
