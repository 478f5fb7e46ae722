using Todoku.Mail;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Replies;

namespace Todoku.Smtp.Client.Messages;

/// <summary>Keeps what is known of each recipient while a message goes out.</summary>
internal sealed class RecipientLedger(IReadOnlyList<OutgoingRecipient> recipients)
{
    private readonly RecipientResult?[] _settled = new RecipientResult?[recipients.Count];

    /// <summary>The recipients that nothing final was said about, in their order.</summary>
    public IEnumerable<int> Open
    {
        get
        {
            for (var i = 0; i < _settled.Length; i++)
            {
                if (_settled[i] is null) yield return i;
            }
        }
    }

    /// <summary>Whether any recipient is open.</summary>
    public bool HasOpen => Array.IndexOf(_settled, null) >= 0;

    /// <summary>Settles one.</summary>
    public void Settle(int recipient, SmtpStage stage, ServerReply reply) =>
        _settled[recipient] = new RecipientResult(recipients[recipient], reply.IsPositive ? RecipientStatus.Accepted : RecipientStatus.Refused, stage, reply);

    /// <summary>Settles all that are open.</summary>
    public void SettleRest(SmtpStage stage, ServerReply reply)
    {
        for (var i = 0; i < _settled.Length; i++)
        {
            if (_settled[i] is null) Settle(i, stage, reply);
        }
    }

    /// <summary>What is known, when no more will be.</summary>
    /// <param name="rest">How those stand that nothing final was said about.</param>
    /// <param name="stage">Where that is so.</param>
    public IReadOnlyList<RecipientResult> Results(RecipientStatus rest, SmtpStage stage)
    {
        var results = new RecipientResult[_settled.Length];
        for (var i = 0; i < results.Length; i++) results[i] = _settled[i] ?? new RecipientResult(recipients[i], rest, stage, null);
        return results;
    }
}
