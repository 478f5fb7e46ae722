using System.Collections.Frozen;
using Todoku.Mail;

namespace Todoku.Sandbox.Receiving;

/// <summary>The words of conditions, and from which stage on each is known.</summary>
public static class Conditions
{
    private static readonly FrozenDictionary<string, (Condition Condition, SmtpStage Since)> ByWord = new Dictionary<string, (Condition, SmtpStage)>(StringComparer.Ordinal)
    {
        ["always"] = (Condition.Always, SmtpStage.Banner),
        ["no-ptr"] = (Condition.NoPtr, SmtpStage.Banner),
        ["ptr-not-confirmed"] = (Condition.PtrNotConfirmed, SmtpStage.Banner),
        ["over-ipv6"] = (Condition.OverIPv6, SmtpStage.Banner),
        ["listed"] = (Condition.Listed, SmtpStage.Banner),
        ["address-reputation-very-low"] = (Condition.AddressReputationVeryLow, SmtpStage.Banner),
        ["address-reputation-low"] = (Condition.AddressReputationLow, SmtpStage.Banner),
        ["too-fast"] = (Condition.TooFast, SmtpStage.Banner),
        ["sometimes"] = (Condition.Sometimes, SmtpStage.Banner),
        ["no-tls"] = (Condition.NoTls, SmtpStage.MailFrom),
        ["hello-no-name"] = (Condition.HelloNoName, SmtpStage.MailFrom),
        ["hello-unknown"] = (Condition.HelloUnknown, SmtpStage.MailFrom),
        ["sender-domain-unknown"] = (Condition.SenderDomainUnknown, SmtpStage.MailFrom),
        ["spf-fail"] = (Condition.SpfFail, SmtpStage.MailFrom),
        ["spf-not-pass"] = (Condition.SpfNotPass, SmtpStage.MailFrom),
        ["unknown-user"] = (Condition.UnknownUser, SmtpStage.RcptTo),
        ["first-seen"] = (Condition.FirstSeen, SmtpStage.RcptTo),
        ["recipient-filters"] = (Condition.RecipientFilters, SmtpStage.RcptTo),
        ["recipient-filters-links"] = (Condition.RecipientFiltersLinks, SmtpStage.EndOfData),
        ["unauthenticated"] = (Condition.Unauthenticated, SmtpStage.EndOfData),
        ["dkim-not-pass"] = (Condition.DkimNotPass, SmtpStage.EndOfData),
        ["dmarc-reject"] = (Condition.DmarcReject, SmtpStage.EndOfData),
        ["not-aligned"] = (Condition.NotAligned, SmtpStage.EndOfData),
        ["domain-reputation-low"] = (Condition.DomainReputationLow, SmtpStage.EndOfData),
        ["carrier-spoofed"] = (Condition.CarrierSpoofed, SmtpStage.EndOfData),
        ["no-author"] = (Condition.NoAuthor, SmtpStage.EndOfData),
    }.ToFrozenDictionary();

    /// <summary>All words.</summary>
    public static IEnumerable<string> Words => ByWord.Keys;

    /// <summary>The condition of a word, and the first stage at which it is known.</summary>
    public static bool TryParse(string word, out Condition condition, out SmtpStage since)
    {
        var found = ByWord.TryGetValue(word, out var pair);
        (condition, since) = pair;
        return found;
    }

    /// <summary>The word of a condition.</summary>
    public static string WordOf(Condition condition) => ByWord.First(pair => pair.Value.Condition == condition).Key;
}
