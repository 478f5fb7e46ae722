namespace Todoku.Storage.Sqlite.Writing;

/// <summary>The one connection of a database that writes. Used by its writer's thread alone.</summary>
internal interface IWriteSession : IDisposable
{
    void BeginTransaction();

    /// <summary>Syncs the disk.</summary>
    void Commit();

    /// <summary>Undoes the transaction, if one is open; never throws.</summary>
    void Rollback();
}
