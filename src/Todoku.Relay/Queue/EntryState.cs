namespace Todoku.Relay.Queue;

/// <summary>Where an entry stands. One that was delivered, bounced or dropped is no longer in the queue.</summary>
public enum EntryState : byte
{
    /// <summary>It is sent when it is due and its turn comes.</summary>
    Waiting,

    /// <summary>A delivery has it now. Kept in memory only: after a restart it is waiting again.</summary>
    Leased,

    /// <summary>It stays until somebody releases or drops it.</summary>
    Held,
}
