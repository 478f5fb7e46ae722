namespace Todoku.Relay.Queue.Outcomes;

/// <summary>Why the queue could not keep something. Each ends by itself when its reason does.</summary>
public enum StorageFault : byte
{
    /// <summary>The disk, or what the queue may use of it, is full.</summary>
    Full,

    /// <summary>The file or its file system can't be written.</summary>
    ReadOnly,

    /// <summary>The database is damaged.</summary>
    Corrupt,

    /// <summary>The disk reported an error, or the file is gone.</summary>
    Failed,

    /// <summary>Another process has the queue.</summary>
    InUse,

    /// <summary>The queue was written by a newer Todoku.</summary>
    Newer,

    /// <summary>The queue is being closed.</summary>
    Closed,
}
