using System.Text;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Delivery.Sessions;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Lanes;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Delivers what one lease holds: each message by itself, its recipients in groups that one server can be told at once.</summary>
internal sealed class LeaseRun(DeliveryParts parts, DeliveryOptions options, SessionPool sessions, LaneGate gate, LeasedBatch lease, CancellationToken cancellation)
{
    public async Task RunAsync()
    {
        foreach (var message in lease.Entries.GroupBy(entry => entry.Id.Message)) await RunAsync(message.Key, [.. message]).ConfigureAwait(false);
    }

    private async Task RunAsync(QueueId id, ScheduledEntry[] entries)
    {
        var settlement = new Settlement(parts, options);
        if (LoadedMessage.Load(parts.Queue, parts.Cache, id) is not { } message)
        {
            await settlement.PutOffUnreadableAsync(entries).ConfigureAwait(false);
            return;
        }
        var isDone = true;
        foreach (var group in GroupsOf(message, entries))
            isDone &= await new GroupRun(parts, options, sessions, gate, lease.Lane, message, group.Domain, settlement, cancellation).RunAsync(group.Recipients).ConfigureAwait(false);
        // What went back to its lane is wanted again in a moment.
        if (isDone) parts.Cache.Remove(id);
    }

    // One domain at a time: its servers and its TLS policy are its own. With return paths of their own recipients can't share an envelope.
    private static List<(string Domain, List<Pending> Recipients)> GroupsOf(LoadedMessage message, ScheduledEntry[] entries)
    {
        var groups = new List<(string Domain, List<Pending> Recipients)>();
        foreach (var entry in entries)
        {
            var recipient = message.Envelope.Recipients[entry.Id.Recipient];
            var pending = new Pending(entry, recipient);
            if (MailboxParser.TryParse(Encoding.UTF8.GetBytes(recipient.Address), out var mailbox) && mailbox is not null) pending.Outgoing = new OutgoingRecipient(mailbox, ParametersOf(recipient));
            var domain = pending.Outgoing?.Mailbox.Domain ?? "";
            var group = message.Envelope.VerpDomain is null ? groups.Find(one => one.Domain == domain) : default;
            if (group.Recipients is null) groups.Add((domain, [pending]));
            else group.Recipients.Add(pending);
        }
        return groups;
    }

    private static RecipientParameters ParametersOf(QueuedRecipient recipient) => recipient.Notify == Queue.DsnNotify.Unspecified && recipient.OriginalRecipient is null
        ? RecipientParameters.None
        : new RecipientParameters { Notify = (Smtp.Envelopes.DsnNotify)recipient.Notify, OriginalRecipient = recipient.OriginalRecipient };
}
