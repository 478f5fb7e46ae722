using Todoku.Storage.Sqlite.Native;

namespace Todoku.Storage.Sqlite;

/// <summary>The tables of the queue and their history: <c>user_version</c> counts the steps of <see cref="Steps"/> that were taken.</summary>
/// <remarks>
/// entry is what the scheduler reads at the start, so it is narrow: the recipient stands in the envelope of its message. An
/// entry's id is message id × 65536 + place of the recipient; a piece's is message id × 65536 + its place. entry.started is set while an attempt
/// may have handed the message over; found at the start it makes the entry possibly twice. spool names messages whose pieces are there and which are
/// not queued yet. token remembers the numbers of messages by submitter and idempotency key (hashed: <see cref="TokenHash"/>). outcome tells of recipients that left the
/// queue, where somebody can ask. Times are milliseconds since 1970.
/// </remarks>
internal static class QueueSchema
{
    /// <summary>"TQue" (sqlite.org/pragma.html#pragma_application_id).</summary>
    public const int ApplicationId = 0x54517565;

    private const int PageSize = 8192;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE setting(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE message(id INTEGER PRIMARY KEY, envelope BLOB NOT NULL);
        CREATE TABLE entry(id INTEGER PRIMARY KEY, lane TEXT NOT NULL, flow TEXT NOT NULL, state INTEGER NOT NULL, due INTEGER NOT NULL,
            attempts INTEGER NOT NULL, twice INTEGER NOT NULL, accepted INTEGER NOT NULL, size INTEGER NOT NULL, started INTEGER, path TEXT, cause TEXT, told INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE result(entry INTEGER PRIMARY KEY, ended INTEGER NOT NULL, path TEXT NOT NULL, stage INTEGER NOT NULL, reply TEXT NOT NULL);
        CREATE TABLE piece(id INTEGER PRIMARY KEY, content BLOB NOT NULL);
        CREATE TABLE spool(message INTEGER PRIMARY KEY);
        CREATE TABLE token(hash BLOB PRIMARY KEY, message INTEGER NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX token_expires ON token(expires);
        INSERT INTO setting VALUES ('next', 1);
        """,
        """
        CREATE TABLE outcome(entry INTEGER PRIMARY KEY, submitter TEXT NOT NULL, accepted INTEGER NOT NULL, address TEXT NOT NULL, state INTEGER NOT NULL,
            ended INTEGER NOT NULL, attempts INTEGER NOT NULL, cause TEXT, reply TEXT NOT NULL, expires INTEGER NOT NULL);
        CREATE INDEX outcome_expires ON outcome(expires);
        """,
    ];

    /// <summary>Sets a connection up for writing, and brings the tables up to date.</summary>
    public static void Prepare(Database database, int maxPages)
    {
        // Only obeyed before the first table.
        database.Execute($"PRAGMA page_size={PageSize}");
        database.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4096; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY");
        if (maxPages > 0) database.Execute($"PRAGMA max_page_count={maxPages}");
        database.Migrate(Steps, ApplicationId);
    }
}
