using System.Net;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Findings;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Facts;

/// <summary>
/// Decides which identities of a diagnosis are checked.
/// <list type="table">
/// <item><term>which findings</term><description>what still fails and what a record in DNS bears on; what is over needs no facts.</description></item>
/// <item><term>situations</term><description>a blocked port, a hacked account, a growing queue are told by the log; no record bears on them.</description></item>
/// <item><term>Return-Path that is the host's name</term><description>while it is, and From is not known, nobody knows the domain whose SPF will count: SPF is not looked
/// at.</description></item>
/// <item><term>From</term><description>the domain whose DMARC a reply names, else that of the signature, else the one that the user names; else unknown, and the envelope's
/// stands in.</description></item>
/// <item><term>Return-Path</term><description>the domain whose SPF a reply names, else the envelope's; for the null sender the host.</description></item>
/// <item><term>addresses</term><description>as a reply prints them, else as the server logged them, else those of other findings of the same host. Of mail through a relay only
/// those that replies print: receivers see the relay's. Private ones are left out.</description></item>
/// <item><term>HELO</term><description>as a reply prints it; the host's name only where replies complain of HELO, since it need not be the name said.</description></item>
/// <item><term>limits</term><description><see cref="MaxSubjects"/> identities with <see cref="MaxAddresses"/> addresses each, those of refusals of the address first (only DNS tells
/// there whose fault it is), then those of the first findings.</description></item>
/// </list>
/// </summary>
internal static class IdentityPlan
{
    /// <summary>Identities that are checked at most.</summary>
    public const int MaxSubjects = 5;

    /// <summary>Addresses of one identity.</summary>
    public const int MaxAddresses = 4;

    private static readonly string[] ToldByTheLog =
        [Situations.OutboundPort25Blocked, Situations.SubmitterAbuse, Situations.Backscatter, Situations.QueueGrowing, Situations.RelaySaysLater, Situations.Progress,
        Situations.PathSuspended, Situations.PathOpening, Situations.PathReopened, Situations.NoPathOpen];

    /// <summary>The identities to check.</summary>
    /// <param name="result">The diagnosis of the log.</param>
    /// <param name="only">The findings that matter, by index; null: all.</param>
    /// <param name="given">The From domain that the user names; null when none is.</param>
    public static IReadOnlyList<FactSubject> Of(DiagnosisResult result, IReadOnlyCollection<int>? only = null, DomainName? given = null)
    {
        var subjects = new List<FactSubject>();
        foreach (var (index, finding) in result.Findings.Index().OrderBy(pair => pair.Item.Cause is Cause.IpReputation or Cause.IpBlocklisted ? 0 : 1))
        {
            if (!finding.IsCurrent || ToldByTheLog.Contains(finding.Kind) || only?.Contains(index) == false) continue;
            if (Identify(finding, result.Findings, given) is not { } subject) continue;
            var isFromKnown = FromOf(finding, given) is not null;
            var isSpfOpen = !isFromKnown && result.Findings.Any(other => other.Kind == Situations.ReturnPathMismatch && other.Explains.Contains(index));
            var checks = CheckCatalogue.All.Select(check => check.Id)
                .Where(id => FactBearing.Of(id, finding.Cause, isFromKnown) != Bearing.None && !(isSpfOpen && id.StartsWith("spf", StringComparison.Ordinal))).ToHashSet();
            if (checks.Count > 0) Add(subjects, new FactSubject(subject, checks, [index], isFromKnown));
        }
        return subjects;
    }

    /// <summary>The sending addresses that receivers saw, as a finding tells them.</summary>
    public static IReadOnlyList<IPAddress> AddressesOf(Finding finding)
    {
        var printed = finding.Values.Where(value => value.Name == ReplyValueNames.Ip).Select(value => value.Value);
        var logged = finding.Identity.Relay.Length == 0 ? finding.Identity.SendingIp : "";
        return [.. printed.Append(logged).Select(Address).OfType<IPAddress>().Distinct()];
    }

    private static CheckSubject? Identify(Finding finding, IReadOnlyList<Finding> all, DomainName? given)
    {
        var envelope = Name(ValueOf(finding, ReplyValueNames.SpfDomain)) ?? Name(DomainOf(ValueOf(finding, ReplyValueNames.Sender))) ?? Name(finding.Identity.EnvelopeDomain);
        var host = Name(finding.Identity.Host);
        if ((FromOf(finding, given) ?? envelope ?? host) is not { } from) return null;
        var addresses = AddressesOf(finding);
        if (addresses.Count == 0 && finding.Identity is { Host.Length: > 0, Relay.Length: 0 })
            addresses = [.. all.Where(other => other.Identity.Host == finding.Identity.Host && other.Identity.Relay.Length == 0).SelectMany(AddressesOf).Distinct()];
        return new CheckSubject
        {
            Domain = from,
            ReturnPathDomain = envelope ?? host,
            Addresses = [.. addresses.Take(MaxAddresses)],
            HeloName = Name(ValueOf(finding, ReplyValueNames.Helo)) ?? (finding.Cause == Cause.BadHelo ? host : null),
            Selectors = SelectorsOf(finding),
            Provider = finding.Provider?.Id ?? "",
        };
    }

    private static DomainName? FromOf(Finding finding, DomainName? given) =>
        Name(ValueOf(finding, ReplyValueNames.DmarcDomain)) ?? Name(finding.Identity.DkimDomain) ?? given;

    private static IReadOnlyList<SelectorHint> SelectorsOf(Finding finding)
    {
        var domain = finding.Identity.DkimDomain.Length > 0 ? finding.Identity.DkimDomain : ValueOf(finding, ReplyValueNames.DkimDomain);
        var selector = finding.Identity.DkimSelector.Length > 0 ? finding.Identity.DkimSelector : ValueOf(finding, ReplyValueNames.DkimSelector);
        return Name(domain) is { } owner && DomainName.TryParse(selector, out var name) && !name.IsRoot ? [new SelectorHint(name.ToString(), owner, SelectorOrigin.Log)] : [];
    }

    // Findings of one identity at several receivers are one thing to check.
    private static void Add(List<FactSubject> subjects, FactSubject added)
    {
        var at = subjects.FindIndex(known => IsSame(known.Subject, added.Subject) && known.IsFromKnown == added.IsFromKnown);
        if (at < 0)
        {
            if (subjects.Count < MaxSubjects) subjects.Add(added);
            return;
        }
        var known = subjects[at];
        subjects[at] = known with
        {
            Subject = known.Subject with
            {
                Addresses = [.. known.Subject.Addresses.Concat(added.Subject.Addresses).Distinct().Take(MaxAddresses)],
                HeloName = known.Subject.HeloName ?? added.Subject.HeloName,
                Provider = known.Subject.Provider == added.Subject.Provider ? known.Subject.Provider : "",
            },
            Checks = known.Checks.Union(added.Checks).ToHashSet(),
            Findings = [.. known.Findings, .. added.Findings],
        };
    }

    private static bool IsSame(CheckSubject one, CheckSubject other) =>
        one.Domain.Equals(other.Domain) && Equals(one.ReturnPathDomain, other.ReturnPathDomain) && one.Selectors.SequenceEqual(other.Selectors)
        && (one.HeloName is null || other.HeloName is null || one.HeloName.Equals(other.HeloName));

    private static string ValueOf(Finding finding, string name) => finding.Values.FirstOrDefault(value => value.Name == name).Value ?? "";

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].TrimEnd('>');

    // A name without a dot is a host's short one.
    private static DomainName? Name(string text) =>
        DomainName.TryParse(text, out var name) && name.LabelCount > 1 && !IPAddress.TryParse(text, out _) ? name : null;

    private static IPAddress? Address(string text) => IPAddress.TryParse(text, out var address) && GlobalAddress.Is(address)
        ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address
        : null;
}
