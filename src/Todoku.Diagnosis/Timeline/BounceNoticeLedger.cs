using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Notices of failure (null sender) that this server sent by SMTP to other servers, and how they fared.</summary>
internal sealed class BounceNoticeLedger(int maxDomains)
{
    private readonly NameTable<object> _ownDomains = new(maxDomains);
    private static readonly object Own = new();

    public long Attempts { get; private set; }

    /// <summary>Of these, to domains that nobody here writes mail as.</summary>
    public long ToStrangers { get; private set; }

    /// <summary>The notices that failed.</summary>
    public FailureGroup Failures { get; } = new(ProviderDirectory.Others, Cause.RecipientUnknown);

    /// <summary>Notices to strangers that were sent.</summary>
    public EvidenceSample SentToStrangers { get; } = new();

    /// <summary>First and last notice to a stranger or failed one, UTC ticks.</summary>
    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; }

    /// <summary>A domain that users of this server write mail as: notices to it are as they should be.</summary>
    public void NoteOwnDomain(in QueuedMessage message)
    {
        if (message.Submitter.Kind is not (SubmitterKind.LocalUser or SubmitterKind.Authenticated) || message.Sender.IsEmpty) return;
        Span<byte> buffer = stackalloc byte[256];
        var domain = IdentityNotes.Lower(MailAddress.DomainOf(message.Sender), buffer);
        if (!domain.IsEmpty && _ownDomains.Find(domain) is null) _ownDomains.Add(domain, Own);
    }

    /// <summary>Whether an attempt carries such a notice.</summary>
    public static bool IsNotice(in DeliveryAttempt attempt) =>
        attempt is { SenderKnown: true, Agent: DeliveryAgent.Smtp } && attempt.Sender.IsEmpty
        && attempt.Submitter.Kind is SubmitterKind.Server or SubmitterKind.Unknown;

    public void Count(in DeliveryAttempt attempt)
    {
        Attempts++;
        Span<byte> buffer = stackalloc byte[256];
        if (_ownDomains.Find(IdentityNotes.Lower(MailAddress.DomainOf(attempt.Recipient), buffer)) is not null) return;
        ToStrangers++;
        First = Math.Min(First, attempt.UtcTicks);
        Last = attempt.UtcTicks;
        if (attempt.Status == DeliveryStatus.Delivered) SentToStrangers.Add(attempt.Line);
    }
}
