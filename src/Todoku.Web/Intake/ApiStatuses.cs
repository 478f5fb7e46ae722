using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Queue.Queries;

namespace Todoku.Web.Intake;

/// <summary>Answers what became of a message: by the queue while a recipient is in it, by what is remembered afterwards.</summary>
/// <param name="queue">The queue.</param>
internal sealed class ApiStatuses(DeliveryQueue queue)
{
    /// <summary>What became of a message; null when it is not known, or not this key's. Another's message is as one that there is not: ids can be guessed.</summary>
    public ApiStatus? Find(QueueId id, string key)
    {
        // In this order: what leaves the queue in between is remembered by then.
        var queued = new QueueBrowser(queue).Find(id);
        var past = queue.FindPast(id);
        if (queued is { Envelope: var envelope })
            return IsOf(envelope, key) ? new ApiStatus(id.ToString(), envelope.AcceptedAt, [.. envelope.Recipients.Select((one, place) => StatusOf(one, place, queued, past))]) : null;
        return past.Count > 0 && past[0].Submitter == key ? new ApiStatus(id.ToString(), past[0].AcceptedAt, [.. past.Select(StatusOf)]) : null;
    }

    private static bool IsOf(QueuedEnvelope envelope, string key) => envelope.Submitter == key && envelope.SubmitterKind == SubmitterKind.Authenticated;

    private static ApiRecipientStatus StatusOf(QueuedRecipient recipient, int place, ListedMessage message, IReadOnlyList<PastEntry> past)
    {
        if (message.Items.FirstOrDefault(item => item.Entry.Stored.Id.Recipient == place)?.Entry is { } entry) return StatusOf(entry);
        return past.FirstOrDefault(one => one.Entry.Recipient == place) is { } gone ? StatusOf(gone) : new ApiRecipientStatus(recipient.Address, "done", null, null, null, null, null);
    }

    private static ApiRecipientStatus StatusOf(QueueEntry entry)
    {
        var state = entry.Stored.State switch { EntryState.Leased => "sending", EntryState.Held => "held", _ => "waiting" };
        var next = state == "waiting" ? DateTimeOffset.FromUnixTimeMilliseconds(entry.Stored.Due) : (DateTimeOffset?)null;
        return new ApiRecipientStatus(entry.Recipient.Address, state, entry.Stored.Attempts, next, null, entry.LastAttempt?.Cause.Id, entry.LastAttempt?.Reply);
    }

    private static ApiRecipientStatus StatusOf(PastEntry past) =>
        new(past.Address, StateOf(past.State), past.Attempts, null, past.EndedAt, past.Cause?.Id, past.Reply.Length > 0 ? past.Reply : null);

    private static string StateOf(FinalState state) => state switch
    {
        FinalState.Delivered => "delivered",
        FinalState.Bounced => "bounced",
        FinalState.Expired => "expired",
        FinalState.Suppressed => "suppressed",
        FinalState.Dropped => "dropped",
        FinalState.Returned => "returned",
        // A newer version's.
        _ => "done",
    };
}
