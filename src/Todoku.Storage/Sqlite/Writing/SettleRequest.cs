using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Keeps what became of entries, with the notices to their senders.</summary>
internal sealed class SettleRequest(IReadOnlyList<EntryOutcome> outcomes, IReadOnlyList<NewMessage> notices) : ChangeRequest<WriteSession>
{
    private QueueId[] _messages = [];

    public override bool IsUpkeep => true;

    protected override IReadOnlyList<QueueId> Messages => _messages;

    public override void Execute(WriteSession session)
    {
        foreach (var outcome in outcomes) session.Settle(outcome);
        _messages = new QueueId[notices.Count];
        for (var i = 0; i < notices.Count; i++)
        {
            _messages[i] = session.NextId();
            session.Insert(_messages[i], notices[i], EnvelopeCodec.Write(notices[i].Envelope), 0);
        }
    }
}
