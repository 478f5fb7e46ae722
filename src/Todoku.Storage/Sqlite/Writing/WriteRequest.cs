using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>A change that waits for the writer. Several share a transaction.</summary>
/// <typeparam name="TSession">What makes it.</typeparam>
internal abstract class WriteRequest<TSession>
    where TSession : IWriteSession
{
    /// <summary>Whether it only takes from the database or corrects it, so that it is tried again alone when the disk is full.</summary>
    public virtual bool IsUpkeep => false;

    /// <summary>The disk is full: leaves out what the change can do without. Says whether there was anything.</summary>
    public virtual bool TakeLess() => false;

    /// <summary>Makes the change. May run again after a transaction that failed.</summary>
    /// <exception cref="Native.SqliteException">It can't be made.</exception>
    public abstract void Execute(TSession session);

    /// <summary>It is on the disk.</summary>
    public abstract void Done();

    /// <summary>It is not.</summary>
    public abstract void Failed(StorageFault fault, string detail);
}
