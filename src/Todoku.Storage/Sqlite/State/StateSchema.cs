using Todoku.Storage.Sqlite.Native;

namespace Todoku.Storage.Sqlite.State;

/// <summary>The table of the relay's state and its history. Times are milliseconds since 1970.</summary>
internal static class StateSchema
{
    /// <summary>"TSta" (sqlite.org/pragma.html#pragma_application_id).</summary>
    public const int ApplicationId = 0x54537461;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE state(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, expires INTEGER, UNIQUE (kind, key));
        CREATE INDEX state_expires ON state(expires) WHERE expires IS NOT NULL;
        """,
    ];

    public static void Prepare(Database database)
    {
        database.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY");
        database.Migrate(Steps, ApplicationId);
    }
}
