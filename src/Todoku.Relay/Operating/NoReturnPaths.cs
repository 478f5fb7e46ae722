using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Intake;
using Todoku.Relay.Queue;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;

namespace Todoku.Relay.Operating;

/// <summary>No bounces come back to this relay: there is no domain for them in its configuration.</summary>
internal sealed class NoReturnPaths : IReturnPaths, IReturnedMail
{
    private static readonly Reply None = Reply.Of(550, 1, 1, "No such mailbox here");

    public int MaxLength => 0;

    public string For(EntryId entry, QueuedEnvelope envelope, string provider, string path) => envelope.Sender;

    public ValueTask<Reply> TakeAsync(IReadOnlyList<Mailbox> recipients, Mailbox? sender, ReadOnlyMemory<byte> octets, CancellationToken cancellationToken) => ValueTask.FromResult(None);
}
