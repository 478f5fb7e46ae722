using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Diagnosis.Checks.Dkim;
using Todoku.Diagnosis.Findings;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Plans;

/// <summary>What a step's text needs to know: what the replies print, and the identities of the first finding that it mends.</summary>
internal static class PlanValues
{
    /// <summary>The sending host.</summary>
    public const string Host = "host";

    /// <summary>The envelope sender's domain.</summary>
    public const string SenderDomain = "sender_domain";

    /// <summary>Id of the receiving provider; reports write its name in their language.</summary>
    public const string ProviderId = "provider";

    public static IReadOnlyList<ReplyValue> Of(IReadOnlyList<int> findings, IReadOnlyList<FindingDraft> all)
    {
        List<ReplyValue> values = [];
        foreach (var index in findings)
        {
            var draft = all[index];
            foreach (var value in draft.Values) Add(values, value.Name, value.Value);
            Add(values, ReplyValueNames.Ip, draft.Identity.SendingIp);
            Add(values, Host, draft.Identity.Host);
            Add(values, SenderDomain, draft.Identity.RecordDomain);
            Add(values, CheckValueNames.MailHost, MailHost(draft.Identity));
            Add(values, CheckValueNames.ReverseName, MailHost(draft.Identity));
            Add(values, ReplyValueNames.DkimDomain, draft.Identity.DkimDomain);
            Add(values, ReplyValueNames.DkimSelector, draft.Identity.DkimSelector);
            Add(values, CheckValueNames.NewSelector, NextSelector.After(draft.Identity.DkimSelector));
            Add(values, ProviderId, draft.Provider?.Id ?? "");
        }
        // Where no finding names the domain that signs, it is that of the sender: the key to be made is for it.
        Add(values, ReplyValueNames.DkimDomain, values.Find(value => value.Name == SenderDomain).Value ?? "");
        return values;
    }

    // The host's own name where the log has it in full; a name such as web1 or localhost can't stay.
    private static string MailHost(Identity identity) =>
        DomainName.TryParse(identity.Host, out var host) && HostNameForm.HasHostCharacters(host) && !HostNameForm.IsUnqualified(host) && !HostNameForm.IsAddress(host) && !HostNameForm.IsPrivate(host)
            ? host.ToString()
            : identity.RecordDomain.Length > 0 ? $"mail.{identity.RecordDomain}" : "";

    private static void Add(List<ReplyValue> values, string name, string value)
    {
        if (value.Length > 0 && !values.Exists(known => known.Name == name)) values.Add(new ReplyValue(name, value));
    }
}
