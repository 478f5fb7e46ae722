using Todoku.Relay.Queue;
using Todoku.Storage.Sqlite.Native;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Remembers which message was queued under which idempotency key. Its times are those at which messages were accepted, so that a wrong clock of the machine forgets nothing.</summary>
internal sealed class Tokens : IDisposable
{
    // What one message removes of what has expired, so that none takes long.
    private const int ExpiredAtOnce = 16;

    private readonly QueueOptions _options;
    private readonly Database _database;
    private readonly Statement _find, _add, _expired, _oldest;
    private long? _count;

    public Tokens(Database database, QueueOptions options)
    {
        (_database, _options) = (database, options);
        _find = database.Prepare("SELECT message FROM token WHERE hash = ?1 AND expires > ?2");
        _add = database.Prepare("INSERT OR REPLACE INTO token(hash, message, expires) VALUES (?1, ?2, ?3)");
        _expired = database.Prepare($"DELETE FROM token WHERE hash IN (SELECT hash FROM token WHERE expires <= ?1 ORDER BY expires LIMIT {ExpiredAtOnce})");
        _oldest = database.Prepare("DELETE FROM token WHERE hash IN (SELECT hash FROM token ORDER BY expires LIMIT ?1)");
    }

    /// <summary>The message that was queued under a key.</summary>
    public bool TryFind(byte[] token, DateTimeOffset now, out QueueId id)
    {
        var isFound = _find.Bind(1, token).Bind(2, now.ToUnixTimeMilliseconds()).Step();
        id = isFound ? new QueueId(_find.Long(0)) : default;
        _find.Reset();
        return isFound;
    }

    public void Add(byte[] token, QueueId id, DateTimeOffset now)
    {
        _expired.Bind(1, now.ToUnixTimeMilliseconds()).Run();
        // Counted once; later what is added and removed. One that was replaced counts twice until the next start, which forgets a key too early and no more.
        _count = (_count ?? _database.Number("SELECT count(*) FROM token")) - _database.Changes;
        if (_count >= _options.MaxKeys)
        {
            _oldest.Bind(1, _count.Value - _options.MaxKeys + 1).Run();
            _count -= _database.Changes;
        }
        _add.Bind(1, token).Bind(2, id.Value).Bind(3, (now + _options.KeyLifetime).ToUnixTimeMilliseconds()).Run();
        _count++;
    }

    /// <summary>A transaction was undone.</summary>
    public void Recount() => _count = null;

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
        _expired.Dispose();
        _oldest.Dispose();
    }
}
