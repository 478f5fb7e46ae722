using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Notices (null sender) that other servers handed in here, by the address they came from: what a smart host says later of mail that it took. Which
/// of the addresses are a smart host's is known in the end.
/// </summary>
internal sealed class RelayNoticeLedger(int maxClients)
{
    private readonly NameTable<NoticesOfClient> _byClient = new(maxClients);

    /// <summary>A message came into the queue.</summary>
    public void Count(in QueuedMessage message)
    {
        if (message.IsBounceNotice || !message.Sender.IsEmpty || message.Submitter.Kind != SubmitterKind.Client) return;
        var notices = _byClient.Find(message.Submitter.Name);
        if (notices is null) _byClient.Add(message.Submitter.Name, notices = new NoticesOfClient());
        notices.Count++;
    }

    /// <summary>Keeps the line of an attempt that carries such a notice on to the sender.</summary>
    public void Sample(in DeliveryAttempt attempt)
    {
        if (!attempt.SenderKnown || !attempt.Sender.IsEmpty || attempt.Submitter.Kind != SubmitterKind.Client) return;
        _byClient.Find(attempt.Submitter.Name)?.Evidence.Add(attempt.Line);
    }

    /// <summary>What came from one address; null for nothing.</summary>
    public NoticesOfClient? From(string address) => _byClient.Find(Encoding.UTF8.GetBytes(address));
}
