namespace Todoku.Relay.Routing.Paths;

/// <summary>How a path stands that a provider refused. One that is open has no block.</summary>
public enum BlockState : byte
{
    /// <summary>It waits for the time of its next probe, or for a message that may be it.</summary>
    Suspended,

    /// <summary>One message tests it.</summary>
    Probing,

    /// <summary>A probe was taken; some of the mail takes it again.</summary>
    Opening,
}
