using Todoku.Relay.Queue;
using Todoku.Storage.Sqlite.Native;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite;

/// <summary>Reads id, lane, flow, state, due, attempts, twice, accepted, size: columns 0 to 8.</summary>
internal static class EntryRow
{
    public static StoredEntry Read(Statement row, NameCache names) => new()
    {
        Id = new EntryId(row.Long(0)),
        Lane = new LaneKey(names.Get(row.Blob(1))),
        Flow = new SenderFlow(names.Get(row.Blob(2))),
        State = row.Long(3) == (int)EntryState.Held ? EntryState.Held : EntryState.Waiting,
        Due = row.Long(4),
        Attempts = (int)Math.Clamp(row.Long(5), 0, int.MaxValue),
        IsPossiblyTwice = row.Long(6) != 0,
        AcceptedAt = row.Long(7),
        Size = row.Long(8),
    };
}
