using System.Net;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Reports;

/// <summary>One attempt to hand one message to one recipient, for logs, figures and the timeline.</summary>
public sealed record AttemptReport
{
    /// <summary>Message and recipient.</summary>
    public required EntryId Entry { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The envelope of the message.</summary>
    public required QueuedEnvelope Envelope { get; init; }

    /// <summary>The envelope sender that was said.</summary>
    public required string Sender { get; init; }

    /// <summary>The recipient that was said.</summary>
    public required string Recipient { get; init; }

    /// <summary>The provider's id, or the recipient's domain.</summary>
    public required string Provider { get; init; }

    /// <summary>The name of the path; empty when none could be chosen.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it tested a suspended path.</summary>
    public bool IsProbe { get; init; }

    /// <summary>The server's name; empty when none was reached.</summary>
    public string RelayHost { get; init; } = "";

    /// <summary>The server's address and port; null when none was reached.</summary>
    public IPEndPoint? RelayEndPoint { get; init; }

    /// <summary>The address it was sent from; null when not known.</summary>
    public IPAddress? LocalAddress { get; init; }

    /// <summary>Protocol and cipher; empty without TLS.</summary>
    public string Tls { get; init; } = "";

    /// <summary>What was decided, and why.</summary>
    public required DeliveryDecision Decision { get; init; }

    /// <summary>How many attempts were made, this one among them.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it is tried next; null when never or at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Whether it was the last attempt: delivered, refused for good, or given up for its age.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether the recipient may have got it twice, or got it though no answer came.</summary>
    public bool IsPossiblyTwice { get; init; }
}
