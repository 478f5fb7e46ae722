using Todoku.Relay.Bounces;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Relay.Intake.Pickup;

/// <summary>What the pickup of the spool folder works with.</summary>
public sealed record PickupParts
{
    /// <summary>The spool folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Where files go that are no mail, and mail that nobody can be told of.</summary>
    public required string RefusedFolder { get; init; }

    /// <summary>The relay's name.</summary>
    public required string HostName { get; init; }

    /// <summary>Takes the mail, as from a client.</summary>
    public required ISmtpReceiver Receiver { get; init; }

    /// <summary>Writes to senders whose mail was refused.</summary>
    public required INoticeWriter Notices { get; init; }

    /// <summary>Queues what it writes.</summary>
    public required Func<NewMessage, CancellationToken, ValueTask<EnqueueOutcome>> Enqueue { get; init; }

    /// <summary>Tells the administrator: level, words.</summary>
    public required Action<string, string> Tell { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>How often the folder is looked at.</summary>
    /// <value>5 s.</value>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(5);
}
