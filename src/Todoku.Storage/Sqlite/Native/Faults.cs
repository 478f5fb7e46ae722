using SQLitePCL;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Storage.Sqlite.Native;

/// <summary>What a result code of SQLite means for the queue (sqlite.org/rescode.html).</summary>
internal static class Faults
{
    public static StorageFault Of(int code) => code switch
    {
        raw.SQLITE_FULL => StorageFault.Full,
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => StorageFault.ReadOnly,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageFault.Corrupt,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageFault.InUse,
        _ => StorageFault.Failed,
    };

    /// <summary>Whether the connection must be opened anew before it can work again.</summary>
    public static bool NeedsReopening(StorageFault fault) => fault is StorageFault.ReadOnly or StorageFault.Corrupt or StorageFault.Failed;
}
