using Todoku.Knowledge;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite.Native;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>
/// Remembers for a time, and up to a number, what became of recipients that left the queue. Times are those at which they left, so that a wrong clock of the machine
/// forgets nothing; <see cref="Expire"/> removes what is too old also when nothing comes any more.
/// </summary>
internal sealed class PastEntries : IDisposable
{
    /// <summary>What one change removes of what has expired, so that none takes long.</summary>
    public const int ExpiredAtOnce = 500;

    // The same for one recipient that is added.
    private const int ExpiredWithOne = 8;

    private readonly QueueOptions _options;
    private readonly Database _database;
    private readonly Statement _add, _amend, _expired, _oldest;
    private long? _count;

    public PastEntries(Database database, QueueOptions options)
    {
        (_database, _options) = (database, options);
        _add = database.Prepare("INSERT OR REPLACE INTO outcome(entry, submitter, accepted, address, state, ended, attempts, cause, reply, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        _amend = database.Prepare("UPDATE outcome SET state = ?2, ended = ?3, cause = ?4, reply = ?5 WHERE entry = ?1");
        _expired = database.Prepare("DELETE FROM outcome WHERE entry IN (SELECT entry FROM outcome WHERE expires <= ?1 ORDER BY expires LIMIT ?2)");
        _oldest = database.Prepare("DELETE FROM outcome WHERE entry IN (SELECT entry FROM outcome ORDER BY expires LIMIT ?1)");
    }

    public void Add(PastEntry past)
    {
        if (_options.OutcomeLifetime <= TimeSpan.Zero) return;
        Expire(past.EndedAt.ToUnixTimeMilliseconds(), ExpiredWithOne);
        // Counted once; later what is added and removed.
        _count ??= _database.Number("SELECT count(*) FROM outcome");
        if (_count >= _options.MaxOutcomes)
        {
            _oldest.Bind(1, _count.Value - _options.MaxOutcomes + 1).Run();
            _count -= _database.Changes;
        }
        _add.Bind(1, past.Entry.Value).Bind(2, past.Submitter).Bind(3, past.AcceptedAt.ToUnixTimeMilliseconds()).Bind(4, past.Address).Bind(5, (int)past.State)
            .Bind(6, past.EndedAt.ToUnixTimeMilliseconds()).Bind(7, past.Attempts).Bind(8, past.Cause?.Id).Bind(9, Cut(past.Reply))
            .Bind(10, (past.EndedAt + _options.OutcomeLifetime).ToUnixTimeMilliseconds()).Run();
        _count++;
    }

    /// <summary>Changes what is remembered of a recipient; it stays for as long as it would have.</summary>
    public void Amend(PastEntry past) =>
        _amend.Bind(1, past.Entry.Value).Bind(2, (int)past.State).Bind(3, past.EndedAt.ToUnixTimeMilliseconds()).Bind(4, past.Cause?.Id).Bind(5, Cut(past.Reply)).Run();

    /// <summary>Removes some of what has expired.</summary>
    /// <param name="now">Milliseconds since 1970.</param>
    /// <param name="most">The most to remove.</param>
    /// <returns>How many were removed.</returns>
    public int Expire(long now, int most)
    {
        _expired.Bind(1, now).Bind(2, most).Run();
        var removed = _database.Changes;
        _count -= removed;
        return removed;
    }

    /// <summary>A transaction was undone.</summary>
    public void Recount() => _count = null;

    public void Dispose()
    {
        _add.Dispose();
        _amend.Dispose();
        _expired.Dispose();
        _oldest.Dispose();
    }

    private static string Cut(string reply) => reply.Length > AttemptResult.MaxReplyLength ? reply[..AttemptResult.MaxReplyLength] : reply;
}
