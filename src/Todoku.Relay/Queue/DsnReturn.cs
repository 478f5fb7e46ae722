namespace Todoku.Relay.Queue;

/// <summary>How much of the message a failure notice shall hold (RFC 3461, section 4.3).</summary>
public enum DsnReturn : byte
{
    /// <summary>Not asked for.</summary>
    Unspecified,

    /// <summary>The headers alone.</summary>
    Headers,

    /// <summary>All of it.</summary>
    Full,
}
