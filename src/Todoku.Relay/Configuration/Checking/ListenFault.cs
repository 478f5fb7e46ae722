namespace Todoku.Relay.Configuration.Checking;

/// <summary>Why an address can't be listened on.</summary>
public enum ListenFault : byte
{
    /// <summary>Another program listens there.</summary>
    InUse,

    /// <summary>Ports below 1024 are for root, or a program that was given the right.</summary>
    NotAllowed,

    /// <summary>The address is none of this machine's.</summary>
    NotOurs,

    /// <summary>Something else.</summary>
    Other,
}
