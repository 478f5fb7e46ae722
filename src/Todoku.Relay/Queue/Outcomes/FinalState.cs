namespace Todoku.Relay.Queue.Outcomes;

/// <summary>How the delivery to one recipient ended. The numbers stand in the database.</summary>
public enum FinalState : byte
{
    /// <summary>The next server took responsibility.</summary>
    Delivered = 0,

    /// <summary>It was refused for good, by a server or by the relay itself; the sender was told.</summary>
    Bounced = 1,

    /// <summary>It was tried until it was too old; the sender was told.</summary>
    Expired = 2,

    /// <summary>The recipient is on the suppression list, so nothing was sent; the sender was told.</summary>
    Suppressed = 3,

    /// <summary>An administrator took it out of the queue; nobody was told.</summary>
    Dropped = 4,

    /// <summary>The next server took it, and it came back later to a return path of the relay's own; the sender was told.</summary>
    Returned = 5,
}
