using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Puts off what a fault of the relay's own left unsettled.</summary>
internal sealed class LeaseFailure(DeliveryParts parts, LeasedBatch lease)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    public async Task PutOffAsync(Exception error)
    {
        var now = parts.Clock.Now;
        var result = new AttemptResult(now, "", Cause.LocalConfig, SmtpStage.Unknown, $"{error.GetType().Name} in the relay itself; see its log");
        // The message may have been taken before the fault. What was settled before the fault is unknown to the queue by now, and passed over.
        await parts.Queue.SettleAsync([.. lease.Entries.Select(entry => new EntryOutcome.Deferred(entry.Id, now + Wait, result) { IsPossiblyTwice = true })], []).ConfigureAwait(false);
    }
}
