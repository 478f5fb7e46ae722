using Todoku.Diagnosis.Findings;
using Todoku.Knowledge;

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
            Add(values, ReplyValueNames.DkimDomain, draft.Identity.DkimDomain);
            Add(values, ReplyValueNames.DkimSelector, draft.Identity.DkimSelector);
            Add(values, ProviderId, draft.Provider?.Id ?? "");
        }
        return values;
    }

    private static void Add(List<ReplyValue> values, string name, string value)
    {
        if (value.Length > 0 && !values.Exists(known => known.Name == name)) values.Add(new ReplyValue(name, value));
    }
}
