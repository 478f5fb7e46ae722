using Todoku.Relay.State;
using Todoku.Storage.Sqlite.Native;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite.State;

/// <summary>The connection that reads and writes the relay's state.</summary>
internal sealed class StateSession : IWriteSession
{
    // What one change removes of what has expired, so that none takes long.
    private const int ExpiredAtOnce = 100;

    private readonly StateOptions _options;
    private readonly Database _database;
    private readonly List<Statement> _statements = [];
    private readonly Statement _find, _put, _remove, _kind, _expired, _soonest, _delete;
    private readonly Dictionary<string, int> _counts = [];

    /// <exception cref="SqliteException">It can't be opened, or is damaged.</exception>
    public StateSession(StateOptions options)
    {
        _options = options;
        _database = Database.Open(options.Path, isReadOnly: false);
        try
        {
            StateSchema.Prepare(_database);
            _database.CheckStructure();
            _find = Add("SELECT 1 FROM state WHERE kind = ?1 AND key = ?2");
            _put = Add(
                """
                INSERT INTO state(kind, key, value, expires) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT(kind, key) DO UPDATE SET value = excluded.value, expires = excluded.expires
                """);
            _remove = Add("DELETE FROM state WHERE kind = ?1 AND key = ?2");
            _kind = Add("SELECT key, value, expires FROM state WHERE kind = ?1 AND (expires IS NULL OR expires > ?2)");
            _expired = Add($"SELECT id, kind FROM state WHERE expires <= ?1 LIMIT {ExpiredAtOnce}");
            _soonest = Add("SELECT id, kind FROM state WHERE kind = ?1 AND expires IS NOT NULL ORDER BY expires LIMIT ?2");
            _delete = Add("DELETE FROM state WHERE id = ?1");
            Count();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void BeginTransaction() => _database.Execute("BEGIN IMMEDIATE");

    public void Commit() => _database.Execute("COMMIT");

    public void Rollback()
    {
        if (!_database.TryRollback()) return;
        try
        {
            Count();
        }
        catch (SqliteException)
        {
            // The next transaction says what is wrong.
        }
    }

    /// <summary>Gives the rows of a kind that have not expired.</summary>
    public void Load(string kind, Action<StateRow> take)
    {
        _kind.Bind(1, kind).Bind(2, Now);
        while (_kind.Step())
        {
            DateTimeOffset? expires = _kind.IsNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(_kind.Long(2));
            take(new StateRow(kind, _kind.Text(0), _kind.Blob(1).ToArray(), expires));
        }
    }

    /// <summary>Makes room for rows; false when there is none.</summary>
    /// <param name="rows">Rows of any kinds.</param>
    /// <param name="full">The kind that is full.</param>
    public bool MakeRoom(IReadOnlyList<StateRow> rows, out string full)
    {
        Remove(_expired.Bind(1, Now));
        full = "";
        foreach (var kind in rows.Select(row => row.Kind).Distinct(StringComparer.Ordinal))
        {
            var added = rows.Where(row => row.Kind == kind && !Has(row)).Select(row => row.Key).Distinct(StringComparer.Ordinal).Count();
            var over = _counts.GetValueOrDefault(kind) + added - _options.MaxRowsPerKind;
            if (over > 0) Remove(_soonest.Bind(1, kind).Bind(2, over));
            if (_counts.GetValueOrDefault(kind) + added <= _options.MaxRowsPerKind) continue;
            full = kind;
            return false;
        }
        return true;
    }

    public void Put(StateRow row)
    {
        var isNew = !Has(row);
        _put.Bind(1, row.Kind).Bind(2, row.Key).Bind(3, row.Value.Span);
        if (row.ExpiresAt is { } expires) _put.Bind(4, expires.ToUnixTimeMilliseconds());
        else _put.Bind(4, (string?)null);
        _put.Run();
        if (isNew) _counts[row.Kind] = _counts.GetValueOrDefault(row.Kind) + 1;
    }

    public void Remove(string kind, string key)
    {
        _remove.Bind(1, kind).Bind(2, key).Run();
        _counts[kind] = _counts.GetValueOrDefault(kind) - _database.Changes;
    }

    public void Dispose()
    {
        foreach (var statement in _statements) statement.Dispose();
        _database.Dispose();
    }

    private long Now => _options.Clock.Milliseconds;

    private bool Has(StateRow row) => _find.Bind(1, row.Kind).Bind(2, row.Key).HasRow();

    private void Remove(Statement rows)
    {
        var found = new List<(long Id, string Kind)>();
        while (rows.Step()) found.Add((rows.Long(0), rows.Text(1)));
        foreach (var (id, kind) in found)
        {
            _delete.Bind(1, id).Run();
            _counts[kind]--;
        }
    }

    private void Count()
    {
        _counts.Clear();
        using var rows = _database.Prepare("SELECT kind, count(*) FROM state GROUP BY kind");
        while (rows.Step()) _counts[rows.Text(0)] = (int)rows.Long(1);
    }

    private Statement Add(string sql)
    {
        var statement = _database.Prepare(sql);
        _statements.Add(statement);
        return statement;
    }
}
