using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Tells which of the sender's identities a group of failures has in common: the one that most failures bear, with how many there are
/// beside it. A host or an address that bears less than <see cref="CommonShare"/> is not common to them and left empty.
/// </summary>
internal static class IdentityReader
{
    private const double CommonShare = 0.5;

    public static Identity Of(FailureGroup group, MailTimeline timeline)
    {
        var signature = group.Signatures.Top.Split('\n');
        return new Identity
        {
            Host = HostOf(group, timeline.Hosts),
            SendingIp = SendingIpOf(group),
            EnvelopeDomain = group.SenderDomains.Top,
            EnvelopeDomains = group.SenderDomains.Distinct,
            Submitter = group.Submitters.Top,
            Submitters = group.Submitters.Distinct,
            DkimDomain = signature[0],
            DkimSelector = signature.Length > 1 ? signature[1] : "",
            Relay = SmartHosts.IsSmartHost(timeline.Providers.Of(group.Provider)) ? group.Relays.Top : "",
        };
    }

    private static string HostOf(FailureGroup group, HostRegister hosts)
    {
        var (best, all) = (default(HostTails.Tail), 0L);
        foreach (var tail in group.Hosts.All)
        {
            all += tail.Count;
            if (tail.Count > best.Count) best = tail;
        }
        return best.Count > 0 && best.Count >= all * CommonShare ? hosts.NameOf(best.Host) : "";
    }

    // What the server itself logged is surer than what a reply names, which may be another relay's address.
    private static string SendingIpOf(FailureGroup group) =>
        group.LocalAddresses.TopShare >= CommonShare ? group.LocalAddresses.Top : group.Values.MostFrequent(ReplyValueNames.Ip);
}
