namespace Todoku.Relay.Queue;

/// <summary>When the sender wants to be told (RFC 3461, section 4.1).</summary>
[Flags]
public enum DsnNotify : byte
{
    /// <summary>Not asked for: on failure, and on delay as the relay sees fit.</summary>
    Unspecified = 0,

    /// <summary>Never; stands alone.</summary>
    Never = 1,

    /// <summary>When it was delivered or relayed.</summary>
    Success = 2,

    /// <summary>When it was given up.</summary>
    Failure = 4,

    /// <summary>When it is late.</summary>
    Delay = 8,
}
