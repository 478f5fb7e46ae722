using Todoku.Knowledge;
using Todoku.Relay.Queue;
using Todoku.Storage.Sqlite.Native;
using Todoku.Storage.Sqlite.Writing;

namespace Todoku.Storage.Sqlite;

/// <summary>Reads id, lane, flow, state, due, attempts, twice, accepted, size, cause, told: columns 0 to 10.</summary>
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
        LastCause = row.IsNull(9) ? null : CauseOf(row.Blob(9), names),
        IsDelayTold = row.Long(10) != 0,
    };

    // A cause that a newer version named is unknown to this one.
    private static Cause CauseOf(ReadOnlySpan<byte> id, NameCache names) => Causes.TryParse(names.Get(id), out var cause) ? cause : Cause.Unknown;
}
