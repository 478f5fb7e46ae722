using System.Net;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Redaction;

/// <summary>The sender's own domains, hosts and IP addresses, as far as a diagnosis names them.</summary>
internal sealed record SenderNames(IReadOnlyList<string> Domains, IReadOnlyList<string> Hosts, IReadOnlyList<string> IpAddresses)
{
    private static readonly string[] DomainValues =
        [ReplyValueNames.Domain, ReplyValueNames.SpfDomain, ReplyValueNames.DkimDomain, ReplyValueNames.DmarcDomain, ReplyValueNames.Helo];

    /// <summary>Nothing is the sender's.</summary>
    public static SenderNames None { get; } = new([], [], []);

    /// <summary>Gathers the names of a diagnosis; longest first, so that a name is masked before a part of it is.</summary>
    public static SenderNames Of(DiagnosisResult result)
    {
        var names = new HashSet<string>(result.Hosts, StringComparer.OrdinalIgnoreCase);
        foreach (var finding in result.Findings)
        {
            var identity = finding.Identity;
            names.UnionWith([identity.Host, identity.SendingIp, identity.EnvelopeDomain, identity.DkimDomain]);
            names.UnionWith(finding.Values.Where(v => v.Name == ReplyValueNames.Ip || DomainValues.Contains(v.Name)).Select(v => v.Value));
            names.UnionWith(finding.Values.Where(v => v.Name == ReplyValueNames.Sender).Select(v => v.Value[(v.Value.LastIndexOf('@') + 1)..]));
            names.UnionWith(finding.Facts.SelectMany(fact => fact.Result.Records).Select(record => record.Name.ToString()));
            names.UnionWith(finding.Facts.SelectMany(fact => fact.Result.Values).Where(v => v.Name == ReplyValueNames.Ip || DomainValues.Contains(v.Name)).Select(v => v.Value));
            if (finding.Recovery is { } recovery) names.Add(recovery.Relay);
            if (identity.Submitter.StartsWith("client ", StringComparison.Ordinal)) names.Add(identity.Submitter["client ".Length..]);
        }
        names.UnionWith([.. names.Select(FirstLabel)]);
        names.Remove("");
        var sorted = names.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToArray();
        return new SenderNames(
            [.. sorted.Where(name => !IsIp(name) && name.Contains('.', StringComparison.Ordinal))],
            [.. sorted.Where(name => !IsIp(name) && !name.Contains('.', StringComparison.Ordinal))],
            [.. sorted.Where(IsIp)]);
    }

    // Syslog writes the bare host name. A label that may be an ordinary word ("mail", "web") tells nobody anything and stays.
    private static string FirstLabel(string name)
    {
        var label = name.Split('.')[0];
        return !IsIp(name) && label.Length < name.Length && label.Any(char.IsLetter) && label.Any(c => char.IsDigit(c) || c == '-') ? label : "";
    }

    private static bool IsIp(string name) => IPAddress.TryParse(name, out _);
}
