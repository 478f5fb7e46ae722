using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Bounces;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Lanes;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Queue.Retry;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Turns decisions into what the queue keeps: delivered, tried again at a time, given up with a notice. Notices are queued in the same transaction.</summary>
internal sealed class Settlement(DeliveryParts parts, DeliveryOptions options)
{
    private static readonly TimeSpan Unreadable = TimeSpan.FromMinutes(15);

    /// <summary>Mail that can't be read from the queue stays there: the disk may come back.</summary>
    public async Task PutOffUnreadableAsync(ScheduledEntry[] entries)
    {
        var now = parts.Clock.Now;
        var result = new AttemptResult(now, "", Cause.LocalConfig, SmtpStage.Unknown, "the message can't be read from the queue");
        await parts.Queue.SettleAsync([.. entries.Select(entry => new EntryOutcome.Deferred(entry.Id, now + Unreadable, result))], []).ConfigureAwait(false);
    }

    /// <summary>No path is open before a time: the mail waits for it, whatever its own schedule says, until it is too old.</summary>
    public static void WaitUntil(Pending one, DateTimeOffset until, string why)
    {
        one.Decision ??= new DeliveryDecision(DeliveryAction.Retry, Cause.LocalConfig, "relay", SmtpStage.Connect, why, false, null);
        one.WaitUntil = until;
    }

    /// <summary>Tells of an attempt that is followed by another one at once.</summary>
    public void Report(LoadedMessage message, List<Pending> recipients, string provider)
    {
        foreach (var one in recipients) parts.Observer.Attempted(ReportOf(message, one, provider, null, false));
    }

    /// <summary>Settles recipients that have a decision.</summary>
    public async Task SettleAsync(LoadedMessage message, List<Pending> recipients, string provider)
    {
        if (recipients.Count == 0) return;
        var now = parts.Clock.Now;
        var outcomes = new List<EntryOutcome>(recipients.Count);
        List<AttemptReport>? failed = null, delayed = null, succeeded = null;
        foreach (var one in recipients)
        {
            var outcome = OutcomeOf(one, now);
            // That it may arrive twice must outlive a restart: the log may not have said it yet.
            if (outcome is EntryOutcome.Deferred deferred) outcome = deferred with { IsPossiblyTwice = one.IsPossiblyTwice, TellsDelay = IsLate(one, message.Envelope, now) };
            if (outcome.IsFinal && message.Envelope.KeepsOutcome) outcome = outcome with { Past = PastOf(one, message.Envelope, now) };
            outcomes.Add(outcome);
            var report = ReportOf(message, one, provider, (outcome as EntryOutcome.Deferred)?.DueAt, outcome.IsFinal);
            parts.Observer.Attempted(report);
            if (outcome is EntryOutcome.Bounced) (failed ??= []).Add(report);
            else if (outcome is EntryOutcome.Deferred { TellsDelay: true }) (delayed ??= []).Add(report);
            else if (outcome is EntryOutcome.Delivered && !one.IsTold && one.Recipient.Notify.HasFlag(DsnNotify.Success)) (succeeded ??= []).Add(report);
        }
        await parts.Queue.SettleAsync(outcomes, NoticesOf(message, failed, delayed, succeeded)).ConfigureAwait(false);
    }

    private List<NewMessage> NoticesOf(LoadedMessage message, List<AttemptReport>? failed, List<AttemptReport>? delayed, List<AttemptReport>? succeeded)
    {
        var notices = new List<NewMessage>();
        Add(notices, NoticeKind.Failure, message, failed);
        Add(notices, NoticeKind.Delay, message, delayed);
        Add(notices, NoticeKind.Success, message, succeeded);
        return notices;
    }

    private void Add(List<NewMessage> notices, NoticeKind kind, LoadedMessage message, List<AttemptReport>? reports)
    {
        if (reports is null) return;
        if (parts.Notices.Write(kind, message.Stored, reports, message.Beginning(parts.Notices.LengthWanted(kind, message.Stored))) is { } notice) notices.Add(notice);
    }

    // Its sender is told once that mail is late. Who sends to many would be told many times, and reads none of it.
    private bool IsLate(Pending one, QueuedEnvelope envelope, DateTimeOffset now) =>
        options.DelayWarning is { } after && !one.Entry.IsDelayTold && !envelope.IsBulk && now - one.Entry.AcceptedAt >= after;

    private EntryOutcome OutcomeOf(Pending one, DateTimeOffset now)
    {
        var id = one.Entry.Id;
        var decision = one.Decision!;
        if (decision.Action == DeliveryAction.Delivered) return new EntryOutcome.Delivered(id);
        if (decision.Action == DeliveryAction.Bounce) return new EntryOutcome.Bounced(id);
        var age = now - one.Entry.AcceptedAt;
        var reply = decision.Reply.Length > AttemptResult.MaxReplyLength ? decision.Reply[..AttemptResult.MaxReplyLength] : decision.Reply;
        var result = new AttemptResult(now, one.Way?.Path ?? "", decision.Cause, decision.Stage, reply);
        if (one.WaitUntil is { } until) return age >= options.GiveUpAge ? new EntryOutcome.Bounced(id) : new EntryOutcome.Deferred(id, until, result);
        return RetryPolicy.Decide(decision.Cause, one.Attempts, age, decision.NamedDelay, parts.Chance) switch
        {
            RetryDecision.Again again => new EntryOutcome.Deferred(id, now + again.Wait, result),
            _ => new EntryOutcome.Bounced(id),
        };
    }

    private static PastEntry PastOf(Pending one, QueuedEnvelope envelope, DateTimeOffset now)
    {
        var decision = one.Decision!;
        var state = decision.Action switch
        {
            DeliveryAction.Delivered => FinalState.Delivered,
            DeliveryAction.Bounce when decision.RuleId == ScreenedOut.Rule => FinalState.Suppressed,
            DeliveryAction.Bounce => FinalState.Bounced,
            _ => FinalState.Expired,
        };
        return PastEntry.Of(one.Entry.Id, envelope, one.Recipient.Address, state, now) with
        {
            Attempts = one.Attempts,
            Cause = state == FinalState.Delivered ? null : decision.Cause,
            Reply = decision.Reply,
        };
    }

    private AttemptReport ReportOf(LoadedMessage message, Pending one, string provider, DateTimeOffset? nextAt, bool isLast) => new()
    {
        Entry = one.Entry.Id,
        At = parts.Clock.Now,
        Envelope = message.Envelope,
        Sender = one.Way?.Sender ?? message.Envelope.Sender,
        Recipient = one.Recipient.Address,
        Provider = provider,
        Path = one.Way?.Path ?? "",
        IsProbe = one.Way?.IsProbe ?? false,
        RelayHost = one.Way?.Host ?? "",
        RelayEndPoint = one.Way?.Remote,
        LocalAddress = one.Way?.Local,
        Tls = one.Way?.Tls ?? "",
        Decision = one.Decision!,
        Attempts = one.Attempts,
        NextAt = nextAt,
        IsLast = isLast,
        IsPossiblyTwice = one.IsPossiblyTwice,
    };
}
