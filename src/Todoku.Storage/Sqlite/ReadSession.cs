using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite.Native;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite;

/// <summary>A connection that reads while another writes.</summary>
internal sealed class ReadSession : IDisposable
{
    private readonly Database _database;
    private readonly Statement _message, _entries, _piece, _past;
    private readonly NameCache _names = new();

    public ReadSession(string path)
    {
        _database = Database.Open(path, isReadOnly: true);
        _message = _database.Prepare("SELECT envelope FROM message WHERE id = ?1");
        _entries = _database.Prepare(
            """
            SELECT e.id, e.lane, e.flow, e.state, e.due, e.attempts, e.twice, e.accepted, e.size, e.cause, e.told, r.ended, r.path, r.stage, r.reply
            FROM entry e LEFT JOIN result r ON r.entry = e.id WHERE e.id BETWEEN ?1 AND ?2 ORDER BY e.id
            """);
        _piece = _database.Prepare("SELECT content FROM piece WHERE id = ?1");
        _past = _database.Prepare("SELECT entry, submitter, accepted, address, state, ended, attempts, cause, reply FROM outcome WHERE entry BETWEEN ?1 AND ?2 AND expires > ?3 ORDER BY entry");
    }

    public StoredMessage? Find(QueueId id)
    {
        var envelope = _message.Bind(1, id.Value).Step() ? EnvelopeCodec.Read(_message.Blob(0)) : null;
        _message.Reset();
        if (envelope is null) return null;
        var entries = new List<QueueEntry>();
        _entries.Bind(1, id.Value << 16).Bind(2, (id.Value << 16) | 0xFFFF);
        while (_entries.Step())
        {
            var stored = EntryRow.Read(_entries, _names);
            if (stored.Id.Recipient < envelope.Recipients.Count) entries.Add(new QueueEntry(stored, envelope.Recipients[stored.Id.Recipient], ResultOf(stored)));
        }
        return new StoredMessage(id, envelope, entries);
    }

    public List<PastEntry> FindPast(QueueId id, long now)
    {
        var found = new List<PastEntry>();
        _past.Bind(1, id.Value << 16).Bind(2, (id.Value << 16) | 0xFFFF).Bind(3, now);
        while (_past.Step())
        {
            found.Add(new PastEntry(new EntryId(_past.Long(0)))
            {
                Submitter = _past.Text(1),
                AcceptedAt = DateTimeOffset.FromUnixTimeMilliseconds(_past.Long(2)),
                Address = _past.Text(3),
                State = (FinalState)_past.Long(4),
                EndedAt = DateTimeOffset.FromUnixTimeMilliseconds(_past.Long(5)),
                Attempts = (int)Math.Clamp(_past.Long(6), 0, int.MaxValue),
                Cause = _past.IsNull(7) ? null : Causes.TryParse(_past.Text(7), out var cause) ? cause : Cause.Unknown,
                Reply = _past.Text(8),
            });
        }
        return found;
    }

    public int ReadPiece(QueueId id, int piece, Span<byte> into)
    {
        var length = 0;
        if (_piece.Bind(1, (id.Value << 16) | (uint)piece).Step())
        {
            var content = _piece.Blob(0);
            content.CopyTo(into);
            length = content.Length;
        }
        _piece.Reset();
        return length;
    }

    public void Dispose()
    {
        _message.Dispose();
        _entries.Dispose();
        _piece.Dispose();
        _past.Dispose();
        _database.Dispose();
    }

    private AttemptResult? ResultOf(in StoredEntry entry) => _entries.IsNull(11)
        ? null
        : new AttemptResult(DateTimeOffset.FromUnixTimeMilliseconds(_entries.Long(11)), _entries.Text(12), entry.LastCause ?? Cause.Unknown, (SmtpStage)_entries.Long(13), _entries.Text(14));
}
