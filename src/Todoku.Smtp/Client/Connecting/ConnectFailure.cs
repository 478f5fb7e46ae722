namespace Todoku.Smtp.Client.Connecting;

/// <summary>Why no connection stood.</summary>
public enum ConnectFailure : byte
{
    /// <summary>Another cause; the detail names it.</summary>
    Other,

    /// <summary>The host answered that nothing listens there.</summary>
    Refused,

    /// <summary>Nothing answered in time.</summary>
    TimedOut,

    /// <summary>There is no way to the network or the host.</summary>
    Unreachable,

    /// <summary>The address to send from is not one of this machine.</summary>
    SourceNotHere,

    /// <summary>This machine has no more ports, descriptors or memory for connections.</summary>
    OutOfResources,

    /// <summary>The caller gave up.</summary>
    Cancelled,
}
