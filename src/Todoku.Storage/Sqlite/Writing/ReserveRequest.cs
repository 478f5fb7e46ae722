namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Reserves numbers of messages that are not there yet. Once it is on the disk nobody else gets them, also after a crash.</summary>
/// <param name="count">How many.</param>
internal sealed class ReserveRequest(int count) : ChangeRequest<WriteSession>
{
    /// <summary>The first of them.</summary>
    public long First { get; private set; }

    public override void Execute(WriteSession session) => First = session.Reserve(count);
}
