using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>Keeps what became of entries, with the notices to their senders.</summary>
internal sealed class SettleRequest(IReadOnlyList<EntryOutcome> outcomes, IReadOnlyList<NewMessage> notices) : ChangeRequest<WriteSession>
{
    private QueueId[] _messages = [];
    private bool _isWithoutPast;

    public override bool IsUpkeep => true;

    protected override IReadOnlyList<QueueId> Messages => _messages;

    // That mail is not sent again weighs more than that somebody can ask what became of it.
    public override bool TakeLess()
    {
        if (_isWithoutPast || !outcomes.Any(outcome => outcome.Past is not null)) return false;
        return _isWithoutPast = true;
    }

    public override void Execute(WriteSession session)
    {
        foreach (var outcome in outcomes)
        {
            session.Settle(outcome);
            // After what it makes room for.
            if (outcome.Past is { } past && !_isWithoutPast) session.Past.Add(past);
        }
        _messages = new QueueId[notices.Count];
        for (var i = 0; i < notices.Count; i++)
        {
            _messages[i] = session.NextId();
            session.Insert(_messages[i], notices[i], EnvelopeCodec.Write(notices[i].Envelope), 0);
        }
    }
}
