using SQLitePCL;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite.Native;

/// <summary>A connection. Used by one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private const int BusyMilliseconds = 2000;

    private readonly sqlite3 _handle;

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle) => _handle = handle;

    /// <summary>Whether a transaction is open.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <exception cref="SqliteException">It can't be opened.</exception>
    public static Database Open(string path, bool isReadOnly)
    {
        var flags = isReadOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE;
        var code = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            var message = raw.sqlite3_errstr(code).utf8_to_string();
            raw.sqlite3_close_v2(handle);
            throw new SqliteException(code & 0xFF, message);
        }
        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new Database(handle);
    }

    /// <summary>Runs statements that give no rows, or whose rows don't matter.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The first column of the first row, as a number; 0 without a row.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Long(0) : 0;
    }

    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        return new Statement(this, statement);
    }

    public void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw new SqliteException(code & 0xFF, $"{raw.sqlite3_errmsg(_handle).utf8_to_string()} ({raw.sqlite3_extended_errcode(_handle)})");
    }

    /// <summary>Brings tables up to date: <c>user_version</c> counts the steps that were taken.</summary>
    /// <param name="steps">All steps, each a list of statements.</param>
    /// <param name="applicationId">Tells whose file it is (sqlite.org/pragma.html#pragma_application_id).</param>
    /// <exception cref="NewerDatabaseException">More were taken than there are.</exception>
    public void Migrate(ReadOnlySpan<string> steps, int applicationId)
    {
        var version = (int)Number("PRAGMA user_version");
        if (version > steps.Length) throw new NewerDatabaseException();
        for (var step = version; step < steps.Length; step++)
            Execute($"BEGIN IMMEDIATE; {steps[step]} PRAGMA application_id={applicationId}; PRAGMA user_version={step + 1}; COMMIT");
    }

    /// <summary>Reads the whole file and looks whether its trees hold together.</summary>
    /// <exception cref="SqliteException">They don't.</exception>
    public void CheckStructure()
    {
        using var rows = Prepare("PRAGMA quick_check(1)");
        if (rows.Step() && rows.Text(0) is not "ok" and var detail) throw new SqliteException(raw.SQLITE_CORRUPT, detail);
    }

    /// <summary>Undoes the transaction, if one is open.</summary>
    /// <returns>Whether the connection is still of use.</returns>
    public bool TryRollback()
    {
        if (!IsInTransaction) return true;
        try
        {
            Execute("ROLLBACK");
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public void Dispose() => raw.sqlite3_close_v2(_handle);
}
