namespace Todoku.Relay.Queue.Queries;

/// <summary>What an administrator does with the entries of a query.</summary>
public enum QueueChange : byte
{
    /// <summary>Those that wait stay until they are released.</summary>
    Hold,

    /// <summary>Those that are held are sent now.</summary>
    Release,

    /// <summary>Those that wait are sent now, whatever they wait for.</summary>
    Retry,

    /// <summary>All leave the queue, and nobody is told.</summary>
    Drop,
}
