using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Counts delivery attempts into the timeline. The hot path: delivered attempts make no garbage, failed ones only new groups.</summary>
internal sealed class AttemptRecorder(MailTimeline timeline)
{
    private readonly IKnowledge _knowledge = timeline.Knowledge;
    private readonly ProviderDirectory _providers = timeline.Providers;

    public void Record(in DeliveryAttempt attempt)
    {
        if (attempt.Status is DeliveryStatus.Probed or DeliveryStatus.Discarded || attempt.Agent == DeliveryAgent.Discard) return;
        var isDelivered = attempt.Status == DeliveryStatus.Delivered;
        if (isDelivered && (attempt.IsEcho || AttemptPlace.IsFilterHop(attempt))) return;
        timeline.RelayNotices.Sample(attempt);

        Span<byte> buffer = stackalloc byte[256];
        var recipientDomain = IdentityNotes.Lower(MailAddress.DomainOf(attempt.Recipient), buffer);
        if (isDelivered) Delivered(attempt, recipientDomain);
        else Failed(attempt, recipientDomain, AttemptKeys.Of(attempt));
    }

    private void Delivered(in DeliveryAttempt attempt, ReadOnlySpan<byte> recipientDomain)
    {
        var message = AttemptKeys.MessageOf(attempt);
        var host = timeline.Hosts.IndexOf(attempt.Host);
        var provider = PlaceOf(attempt, recipientDomain);
        provider.CountDelivered(attempt, host, OriginOf(attempt), message);
        if (timeline.Pending.Waits(message)) timeline.Pending.Deliver(AttemptKeys.Of(attempt));
        CountSender(attempt, provider);
        if (attempt.SenderKnown && timeline.SenderDomains.IsHostsOwn(attempt.Sender, attempt.Host)) provider.OwnNameDelivered++;
        if (AttemptPlace.IsDirect(attempt)) timeline.Port25.Answered();
        if (BounceNoticeLedger.IsNotice(attempt)) timeline.Notices.Count(attempt);
    }

    private void Failed(in DeliveryAttempt attempt, ReadOnlySpan<byte> recipientDomain, in AttemptKeys keys)
    {
        var host = timeline.Hosts.IndexOf(attempt.Host);
        if (attempt.Status == DeliveryStatus.Expired && timeline.Pending.LastFailure(keys) is { } last)
        {
            Expire(attempt, last, host, keys);
            return;
        }
        var provider = PlaceOf(attempt, recipientDomain);
        var reading = Read(attempt, provider, recipientDomain);
        if (reading.Provider.Id != provider.Provider.Id && provider.Provider.Id != ProviderDirectory.Local.Id)
        {
            provider = _providers.Of(reading.Provider);
        }
        var cause = CauseOf(attempt, reading, keys);
        long hostAttempt = provider.AttemptsOf(host);
        if (!attempt.IsEcho)
        {
            hostAttempt = provider.CountFailed(attempt, cause, host, OriginOf(attempt), keys.Message);
            CountSender(attempt, provider);
            FollowPort25(attempt, provider.Provider, cause);
        }
        var group = _providers.Group(provider, cause);
        group.Add(attempt, host, hostAttempt, keys.Recipient);
        group.Sample(attempt.Reply, attempt.IsRemoteReply, attempt.RelayAddress, reading, _knowledge);
        provider.Watch(group);
        Settle(attempt, group, keys);
        Situations(attempt, provider, cause, host, hostAttempt, keys);
    }

    // What its relay does for a host is an attempt of that host too: the host's mail goes on by another way.
    private int? OriginOf(in DeliveryAttempt attempt) => attempt.OriginHost.IsEmpty ? null : timeline.Hosts.IndexOf(attempt.OriginHost);

    private ProviderTimeline PlaceOf(in DeliveryAttempt attempt, ReadOnlySpan<byte> recipientDomain)
    {
        if (AttemptPlace.IsLocal(attempt)) return _providers.Of(ProviderDirectory.Local);
        var domain = _providers.Domain(recipientDomain);
        var provider = _providers.Of(attempt.RelayHost, domain, recipientDomain);
        if (attempt.RelayHost.IsEmpty || domain is null) return provider;
        domain.SeenAt = provider;
        var isForeign = domain.ByName.IsKnown && domain.ByName.Id != provider.Provider.Id;
        var isSubmission = AttemptPlace.IsSubmissionPort(attempt.RelayPort);
        if (isForeign) provider.Foreign++;
        if (isSubmission) provider.AtSubmissionPort++;
        if (isForeign || isSubmission) provider.NoteRelay(attempt.RelayAddress);
        return provider;
    }

    private Reading Read(in DeliveryAttempt attempt, ProviderTimeline provider, ReadOnlySpan<byte> recipientDomain) =>
        _knowledge.Read(attempt.Reply, new ReadingContext
        {
            // A stranger's host may still speak in a known provider's words (a smart host that hands its reply on).
            Provider = provider.Provider.IsKnown || AttemptPlace.IsLocal(attempt) || attempt.RelayHost.IsEmpty ? provider.Provider : null,
            RelayHost = attempt.RelayHost,
            // With a host reached, the recipient's domain may only name that host's own provider.
            RecipientDomain = attempt.RelayHost.IsEmpty || AttemptPlace.IsHostOf(attempt.RelayHost, recipientDomain) ? recipientDomain : [],
            Stage = attempt.Stage,
            LoggedStatus = attempt.LoggedStatus,
            IsLocal = !attempt.IsRemoteReply,
        });

    // This server can't reach a part of itself (a socket, a filter): its own words need no rule to say whose setting that is.
    private static bool IsOwnFailure(in DeliveryAttempt attempt, Cause cause) =>
        !attempt.IsRemoteReply && cause is Cause.Unknown or Cause.RemoteError && AttemptPlace.IsLocal(attempt);

    // "Retry timeout exceeded" and the like say only that time is up: the cause is that of the last attempt.
    private Cause CauseOf(in DeliveryAttempt attempt, in Reading reading, in AttemptKeys keys)
    {
        if (reading.Cause != Cause.Expired && attempt.Status != DeliveryStatus.Expired)
        {
            return IsOwnFailure(attempt, reading.Cause) ? Cause.LocalConfig : reading.Cause;
        }
        if (timeline.Pending.LastFailure(keys) is { } last) return last.Cause;
        return reading.Cause == Cause.Unknown ? Cause.Expired : reading.Cause;
    }

    private void Expire(in DeliveryAttempt attempt, FailureGroup last, int host, in AttemptKeys keys)
    {
        var provider = _providers.Of(last.Provider);
        var hostAttempt = attempt.IsEcho ? provider.AttemptsOf(host) : provider.CountFailed(attempt, last.Cause, host, OriginOf(attempt), keys.Message);
        if (attempt.IsEcho) provider.GiveUpDeferred();
        else CountSender(attempt, provider);
        last.Add(attempt, host, hostAttempt, keys.Recipient);
        last.Expired++;
        provider.Watch(last);
        Settle(attempt, last, keys);
    }

    private void Settle(in DeliveryAttempt attempt, FailureGroup group, in AttemptKeys keys)
    {
        if (attempt.Status == DeliveryStatus.Deferred)
        {
            timeline.Pending.Defer(keys, group);
            return;
        }
        // An expiry without a recipient is that of the whole message.
        if (attempt.Status == DeliveryStatus.Expired && attempt.Recipient.IsEmpty) timeline.Pending.End(keys.Message);
        else timeline.Pending.GiveUp(keys);
        group.Lost.Add(keys.Message);
    }

    private void Situations(in DeliveryAttempt attempt, ProviderTimeline provider, Cause cause, int host, long hostAttempt, in AttemptKeys keys)
    {
        if (attempt.SenderKnown && timeline.SenderDomains.IsHostsOwn(attempt.Sender, attempt.Host)
            && CauseTraits.ComesOfReturnPath(cause))
        {
            Note(provider.OwnNameGroup(), attempt, cause, host, hostAttempt, keys);
            provider.Watch(provider.OwnNameGroup());
        }
        if (BounceNoticeLedger.IsNotice(attempt))
        {
            if (!attempt.IsEcho) timeline.Notices.Count(attempt);
            Note(timeline.Notices.Failures, attempt, cause, host, hostAttempt, keys);
        }
        if (!CauseTraits.ComesOfAbuse(cause) || SubmitterOf(attempt, provider) is not { } submitter) return;
        if (cause == Cause.RecipientUnknown && !attempt.IsEcho) submitter.RecipientUnknown++;
        submitter.FailuresAt(provider.Provider).AddBriefly(attempt, cause, keys);
    }

    private static void Note(FailureGroup group, in DeliveryAttempt attempt, Cause cause, int host, long hostAttempt, in AttemptKeys keys)
    {
        group.Add(attempt, host, hostAttempt, keys.Recipient);
        group.AddUnderlying(cause);
        group.Lost.Add(keys.Message);
    }

    private void CountSender(in DeliveryAttempt attempt, ProviderTimeline provider)
    {
        timeline.Attempts++;
        if (!attempt.SenderKnown) timeline.SendersUnknown++;
        if (SubmitterOf(attempt, provider) is { } submitter) submitter.Attempts++;
    }

    // Who writes to this site's own mailboxes is no sender of ours: a stranger who guesses addresses abuses no account.
    private SubmitterRecord? SubmitterOf(in DeliveryAttempt attempt, ProviderTimeline provider) =>
        provider.Provider.Id == ProviderDirectory.Local.Id ? null : timeline.Submitters.Find(attempt.Submitter);

    private void FollowPort25(in DeliveryAttempt attempt, Provider provider, Cause cause)
    {
        if (attempt.IsRemoteReply)
        {
            if (AttemptPlace.IsDirect(attempt)) timeline.Port25.Answered();
        }
        else if (Port25Policy.IsSignOfBlock(cause, provider) && attempt.RelayPort is 25 or 0 && attempt.Agent == DeliveryAgent.Smtp
            && attempt.Stage is SmtpStage.Connect or SmtpStage.Unknown && !attempt.RelayAddress.Contains((byte)':'))
        {
            timeline.Port25.Failed(attempt.UtcTicks, attempt.RelayAddress, provider, attempt.Line, isAttempt: true);
        }
    }
}
