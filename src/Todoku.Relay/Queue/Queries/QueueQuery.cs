using Todoku.Knowledge;

namespace Todoku.Relay.Queue.Queries;

/// <summary>Which entries of the queue are meant: those for which all that is given here holds. Nothing given means all.</summary>
public sealed record QueueQuery
{
    /// <summary>One message.</summary>
    public QueueId? Message { get; init; }

    /// <summary>One recipient of it, its place from 0; only with <see cref="Message"/>.</summary>
    public int? Recipient { get; init; }

    /// <summary>The envelope sender: an address, or a domain with or without <c>@</c> before it; empty for the null sender. In any case of letters.</summary>
    public string? Sender { get; init; }

    /// <summary>The domain of the recipient, in any case of letters.</summary>
    public string? RecipientDomain { get; init; }

    /// <summary>The lane: a provider, or a domain whose provider is not known.</summary>
    public LaneKey? Lane { get; init; }

    /// <summary>What the last attempt failed for.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Where the entries stand.</summary>
    public EntryState? State { get; init; }

    /// <summary>The least age of the message.</summary>
    public TimeSpan? LeastAge { get; init; }
}
