namespace Todoku.Web.Control.Contract;

/// <summary>One entry of the queue: one message for one recipient.</summary>
public sealed record QueueLine
{
    /// <summary>Message and place of the recipient: <c>1A2B3C/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The envelope sender; empty for the null sender.</summary>
    public required string Sender { get; init; }

    /// <summary>The recipient.</summary>
    public required string Recipient { get; init; }

    /// <summary>The lane: <c>provider:google</c>, <c>domain:example.com</c>, <c>mx:HOSTS</c>.</summary>
    public required string Lane { get; init; }

    /// <summary><c>waiting</c>, <c>sending</c>, <c>held</c>.</summary>
    public required string State { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When it is or was to be sent.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Size of the message in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Attempts that began.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether the recipient may have it already: an attempt began whose end is not known.</summary>
    public required bool PossiblyTwice { get; init; }

    /// <summary>How the last attempt ended; null before the first did.</summary>
    public AttemptLine? Last { get; init; }
}
