namespace Todoku.Logs.Postfix;

/// <summary>Postfix's programs, by what their lines are about.</summary>
internal enum PostfixDaemon
{
    /// <summary>A program whose lines are known to say nothing of deliveries (anvil, tlsmgr, master ...).</summary>
    Other,

    /// <summary>smtp: delivers to other hosts.</summary>
    Smtp,

    /// <summary>lmtp: delivers to a mailbox store.</summary>
    Lmtp,

    /// <summary>local, virtual: deliver to mailboxes.</summary>
    Local,

    /// <summary>pipe: hands to commands.</summary>
    Pipe,

    /// <summary>error, retry: report what was decided elsewhere.</summary>
    Error,

    /// <summary>discard: throws away.</summary>
    Discard,

    /// <summary>smtpd: takes mail from the network.</summary>
    Smtpd,

    /// <summary>pickup: takes mail from local programs.</summary>
    Pickup,

    /// <summary>cleanup: puts messages into the queue.</summary>
    Cleanup,

    /// <summary>qmgr, oqmgr, nqmgr: the queue manager.</summary>
    Qmgr,

    /// <summary>bounce: makes notices.</summary>
    Bounce,

    /// <summary>Startup lines and tools that log under the bare instance name.</summary>
    Bare,

    /// <summary>A last segment that is no daemon of Postfix's; taken for one if the line reads as a delivery.</summary>
    Unknown,
}
