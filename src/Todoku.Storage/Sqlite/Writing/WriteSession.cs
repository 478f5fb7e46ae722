using Todoku.Knowledge;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite.Native;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>The connection that writes the queue, with its statements.</summary>
internal sealed class WriteSession : IWriteSession
{
    /// <summary>Bytes of a piece of content.</summary>
    public const int PieceLength = 64 * 1024;

    // Numbers are taken from the database by the thousand, so that a message costs no write for its number.
    private const int NumbersAtOnce = 4096;

    private readonly Database _database;
    private readonly List<Statement> _statements = [];
    private readonly Statement _insertMessage, _insertEntry, _insertPiece, _deleteMessage, _deleteEntry, _deletePieces, _deleteResult, _hasEntries;
    private readonly Statement _begin, _defer, _hold, _release, _result, _beginSpool, _endSpool, _numbers;

    // The numbers that this connection has for itself, and the first one that nobody has.
    private long _next, _end;
    private long _free;

    public WriteSession(QueueOptions options)
    {
        _database = Database.Open(options.Path, isReadOnly: false);
        try
        {
            QueueSchema.Prepare(_database, options.MaxPages);
            _insertMessage = Add("INSERT INTO message(id, envelope) VALUES (?1, ?2)");
            _insertEntry = Add("INSERT INTO entry(id, lane, flow, state, due, attempts, twice, accepted, size) VALUES (?1, ?2, ?3, 0, 0, 0, 0, ?4, ?5)");
            _insertPiece = Add("INSERT INTO piece(id, content) VALUES (?1, ?2)");
            _deleteMessage = Add("DELETE FROM message WHERE id = ?1");
            _deleteEntry = Add("DELETE FROM entry WHERE id = ?1");
            _deletePieces = Add("DELETE FROM piece WHERE id BETWEEN ?1 AND ?2");
            _deleteResult = Add("DELETE FROM result WHERE entry = ?1");
            _hasEntries = Add("SELECT 1 FROM entry WHERE id BETWEEN ?1 AND ?2 LIMIT 1");
            _begin = Add("UPDATE entry SET attempts = attempts + 1, twice = twice OR started IS NOT NULL, started = ?2, path = ?3 WHERE id = ?1");
            _defer = Add("UPDATE entry SET state = 0, due = ?2, lane = coalesce(?3, lane), started = NULL, path = NULL, cause = ?4, told = told OR ?5, twice = twice OR ?6 WHERE id = ?1");
            _hold = Add($"UPDATE entry SET state = {(int)EntryState.Held}, lane = coalesce(?2, lane), cause = coalesce(?3, cause), started = NULL, path = NULL WHERE id = ?1");
            _release = Add("UPDATE entry SET state = 0, due = ?2, lane = coalesce(?3, lane) WHERE id = ?1");
            _result = Add("INSERT OR REPLACE INTO result(entry, ended, path, stage, reply) SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM entry WHERE id = ?1)");
            _beginSpool = Add("INSERT INTO spool(message) VALUES (?1)");
            _endSpool = Add("DELETE FROM spool WHERE message = ?1");
            _numbers = Add("UPDATE setting SET value = ?1 WHERE name = 'next'");
            Tokens = new Tokens(_database, options);
            Past = new PastEntries(_database, options);
            _free = Math.Max(1, _database.Number("SELECT value FROM setting WHERE name = 'next'"));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The idempotency keys.</summary>
    public Tokens Tokens { get; }

    /// <summary>What became of recipients that left the queue.</summary>
    public PastEntries Past { get; }

    public void BeginTransaction() => _database.Execute("BEGIN IMMEDIATE");

    public void Commit() => _database.Execute("COMMIT");

    public void Rollback()
    {
        // What was reserved in it is not any more.
        (_next, _end) = (0, 0);
        Tokens.Recount();
        Past.Recount();
        _database.TryRollback();
    }

    /// <summary>A number that no message had, also not one whose transaction failed.</summary>
    public QueueId NextId()
    {
        if (_next == _end) (_next, _end) = (Reserve(NumbersAtOnce), _free);
        return new QueueId(_next++);
    }

    /// <summary>Reserves numbers that follow one another; the first of them. They count once the transaction is on the disk; in one that fails they are left out.</summary>
    public long Reserve(int count)
    {
        var first = _free;
        _free += count;
        _numbers.Bind(1, _free).Run();
        return first;
    }

    public void Insert(QueueId id, NewMessage message, byte[] envelope, int piecesBefore)
    {
        _insertMessage.Bind(1, id.Value).Bind(2, envelope).Run();
        var flow = SenderFlow.Of(message.Envelope).Name;
        var accepted = message.Envelope.AcceptedAt.ToUnixTimeMilliseconds();
        for (var i = 0; i < message.Lanes.Count; i++)
            _insertEntry.Bind(1, new EntryId(id, i).Value).Bind(2, message.Lanes[i].Name).Bind(3, flow).Bind(4, accepted).Bind(5, message.Envelope.Size).Run();
        var content = message.Content.Span;
        for (var piece = piecesBefore; !content.IsEmpty; piece++)
        {
            var length = Math.Min(content.Length, PieceLength);
            InsertPiece(id, piece, content[..length]);
            content = content[length..];
        }
    }

    public void InsertPiece(QueueId id, int piece, ReadOnlySpan<byte> content) => _insertPiece.Bind(1, (id.Value << 16) | (uint)piece).Bind(2, content).Run();

    public void DeletePieces(QueueId id) => _deletePieces.Bind(1, id.Value << 16).Bind(2, (id.Value << 16) | 0xFFFF).Run();

    public void BeginSpool(QueueId id) => _beginSpool.Bind(1, id.Value).Run();

    public void EndSpool(QueueId id) => _endSpool.Bind(1, id.Value).Run();

    /// <summary>Removes the pieces of a message that will not be queued.</summary>
    public void Discard(QueueId id)
    {
        DeletePieces(id);
        EndSpool(id);
    }

    public void Begin(AttemptRecord attempt) =>
        _begin.Bind(1, attempt.Entry.Value).Bind(2, attempt.StartedAt.ToUnixTimeMilliseconds()).Bind(3, attempt.Path).Run();

    public void Settle(EntryOutcome outcome)
    {
        var entry = outcome.Entry.Value;
        switch (outcome)
        {
            case EntryOutcome.Deferred deferred:
                _defer.Bind(1, entry).Bind(2, deferred.DueAt.ToUnixTimeMilliseconds()).Bind(3, outcome.MovedTo?.Name).Bind(4, deferred.Result.Cause.Id).Bind(5, deferred.TellsDelay ? 1 : 0)
                    .Bind(6, deferred.IsPossiblyTwice ? 1 : 0).Run();
                Keep(entry, deferred.Result);
                break;
            case EntryOutcome.Held held:
                _hold.Bind(1, entry).Bind(2, outcome.MovedTo?.Name).Bind(3, held.Result?.Cause.Id).Run();
                if (held.Result is not null) Keep(entry, held.Result);
                break;
            case EntryOutcome.Released released:
                _release.Bind(1, entry).Bind(2, released.DueAt.ToUnixTimeMilliseconds()).Bind(3, outcome.MovedTo?.Name).Run();
                break;
            default:
                Remove(outcome.Entry);
                break;
        }
    }

    /// <summary>Removes what was spooled and never queued.</summary>
    public void RemoveSpools()
    {
        var left = new List<QueueId>();
        using (var spools = _database.Prepare("SELECT message FROM spool"))
            while (spools.Step()) left.Add(new QueueId(spools.Long(0)));
        foreach (var id in left) Discard(id);
    }

    /// <summary>Marks entries whose attempt began and has no end.</summary>
    public void MarkUnended(IEnumerable<EntryId> entries)
    {
        using var mark = _database.Prepare("UPDATE entry SET twice = 1, started = NULL, path = NULL WHERE id = ?1");
        foreach (var entry in entries) mark.Bind(1, entry.Value).Run();
    }

    /// <summary>All entries by number; one whose attempt began and has no end is marked already.</summary>
    /// <param name="unended">Gets those that have to be marked in the database too (<see cref="MarkUnended"/>). A large queue is read once only: its rows lie far apart.</param>
    public IEnumerable<StoredEntry> Entries(List<EntryId> unended)
    {
        var names = new NameCache();
        using var rows = _database.Prepare("SELECT id, lane, flow, state, due, attempts, twice OR started IS NOT NULL, accepted, size, cause, told, started IS NOT NULL FROM entry ORDER BY id");
        while (rows.Step())
        {
            var entry = EntryRow.Read(rows, names);
            if (rows.Long(11) != 0) unended.Add(entry.Id);
            yield return entry;
        }
    }

    public void Dispose()
    {
        Tokens?.Dispose();
        Past?.Dispose();
        foreach (var statement in _statements) statement.Dispose();
        _database.Dispose();
    }

    private void Keep(long entry, AttemptResult result)
    {
        var reply = result.Reply.Length > AttemptResult.MaxReplyLength ? result.Reply[..AttemptResult.MaxReplyLength] : result.Reply;
        _result.Bind(1, entry).Bind(2, result.EndedAt.ToUnixTimeMilliseconds()).Bind(3, result.Path).Bind(4, (int)result.Stage).Bind(5, reply).Run();
    }

    private void Remove(EntryId entry)
    {
        _deleteEntry.Bind(1, entry.Value).Run();
        _deleteResult.Bind(1, entry.Value).Run();
        var message = entry.Message;
        if (_hasEntries.Bind(1, message.Value << 16).Bind(2, (message.Value << 16) | 0xFFFF).HasRow()) return;
        _deleteMessage.Bind(1, message.Value).Run();
        DeletePieces(message);
    }

    private Statement Add(string sql)
    {
        var statement = _database.Prepare(sql);
        _statements.Add(statement);
        return statement;
    }
}
