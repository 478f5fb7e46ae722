namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Removes some of the outcomes that have expired. Where there is none it changes nothing, and the disk is not synced for it.</summary>
/// <param name="now">Milliseconds since 1970.</param>
internal sealed class ExpireRequest(long now) : ChangeRequest<WriteSession>
{
    /// <summary>Whether there may be more.</summary>
    public bool IsMore { get; private set; }

    public override bool IsUpkeep => true;

    public override void Execute(WriteSession session) => IsMore = session.Past.Expire(now, PastEntries.ExpiredAtOnce) == PastEntries.ExpiredAtOnce;
}
