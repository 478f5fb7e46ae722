using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// What the analysis needs to know of a cause beyond its text.
/// <list type="table">
/// <item><term>fault</term><description>whose doing it is, when no article says so.</description></item>
/// <item><term>phases</term><description>whether its failures tell how the provider treats the sender. Recipients' own faults, greylisting and
/// names that don't exist do not.</description></item>
/// <item><term>heals</term><description>whether it usually passes by itself: once all its messages were delivered there is nothing to do.</description></item>
/// <item><term>waits</term><description>whether a receiver's fault of this kind is waited for while few messages hang on it.</description></item>
/// <item><term>symptom</term><description>whether the reply names only what the receiver thinks of the message, not what is wrong with it; a fault of
/// the sender that explains it ranks above it.</description></item>
/// <item><term>return path</term><description>whether an envelope sender that is the host's own name can bring it about.</description></item>
/// <item><term>abuse</term><description>whether it is what a hacked account or script brings about.</description></item>
/// </list>
/// </summary>
internal static class CauseTraits
{
    private const ulong PhaseNeutral = (1UL << (int)Cause.Greylisted) | (1UL << (int)Cause.RecipientUnknown)
        | (1UL << (int)Cause.RecipientDisabled) | (1UL << (int)Cause.MailboxFull) | (1UL << (int)Cause.RecipientRefused)
        | (1UL << (int)Cause.HostNotFound);

    private const ulong Recipients = (1UL << (int)Cause.RecipientUnknown) | (1UL << (int)Cause.RecipientDisabled)
        | (1UL << (int)Cause.MailboxFull) | (1UL << (int)Cause.RecipientRefused);

    private const ulong SelfHealing = (1UL << (int)Cause.Greylisted) | (1UL << (int)Cause.ConnectionTimeout)
        | (1UL << (int)Cause.ConnectionRefused) | (1UL << (int)Cause.HostNotFound) | (1UL << (int)Cause.RemoteError)
        | (1UL << (int)Cause.TlsFailed) | (1UL << (int)Cause.MailboxFull) | (1UL << (int)Cause.Unknown);

    private const ulong Waits = (1UL << (int)Cause.ConnectionTimeout) | (1UL << (int)Cause.ConnectionRefused)
        | (1UL << (int)Cause.RemoteError) | (1UL << (int)Cause.Unknown);

    private const ulong Symptoms = (1UL << (int)Cause.SpamContent) | (1UL << (int)Cause.Policy) | (1UL << (int)Cause.Unknown);

    private const ulong Abuse = (1UL << (int)Cause.SpamContent) | (1UL << (int)Cause.RateLimited) | (1UL << (int)Cause.IpReputation)
        | (1UL << (int)Cause.IpBlocklisted) | (1UL << (int)Cause.DomainReputation) | (1UL << (int)Cause.Policy)
        | (1UL << (int)Cause.RecipientUnknown) | (1UL << (int)Cause.RecipientDisabled) | (1UL << (int)Cause.ContentBlocked)
        | (1UL << (int)Cause.Virus);

    private const ulong ReturnPath = Symptoms | (1UL << (int)Cause.Unauthenticated) | (1UL << (int)Cause.SpfFail)
        | (1UL << (int)Cause.DkimFail) | (1UL << (int)Cause.DmarcFail) | (1UL << (int)Cause.SenderRejected);

    /// <summary>Whether it is the recipient's own doing.</summary>
    public static bool IsRecipientFault(Cause cause) => Has(Recipients, cause);

    /// <summary>Whether it counts as an outcome for phases.</summary>
    public static bool CountsForPhases(Cause cause) => !Has(PhaseNeutral, cause);

    /// <summary>Whether it usually passes by itself.</summary>
    public static bool HealsByItself(Cause cause) => Has(SelfHealing, cause);

    /// <summary>Whether it is waited for while few messages hang on it.</summary>
    public static bool IsWaitedFor(Cause cause) => Has(Waits, cause);

    /// <summary>Whether the reply names a symptom only.</summary>
    public static bool IsSymptom(Cause cause) => Has(Symptoms, cause);

    /// <summary>Whether a return path that is the host's own name can bring it about.</summary>
    public static bool ComesOfReturnPath(Cause cause) => Has(ReturnPath, cause);

    /// <summary>Whether a hacked account or script brings it about.</summary>
    public static bool ComesOfAbuse(Cause cause) => Has(Abuse, cause);

    /// <summary>Whose doing it is, when no article says so.</summary>
    public static Fault DefaultFault(Cause cause) => cause switch
    {
        Cause.IpReputation or Cause.IpBlocklisted or Cause.NoPtr => Fault.Network,
        Cause.RecipientUnknown or Cause.RecipientDisabled or Cause.MailboxFull or Cause.RecipientRefused or Cause.HostNotFound => Fault.Recipient,
        Cause.Policy or Cause.TlsFailed or Cause.ConnectionRefused or Cause.ConnectionTimeout or Cause.RemoteError or Cause.Unknown => Fault.Receiver,
        Cause.Greylisted or Cause.Expired => Fault.Nobody,
        _ => Fault.Sender,
    };

    private static bool Has(ulong set, Cause cause) => (set >> (int)cause & 1) != 0;
}
