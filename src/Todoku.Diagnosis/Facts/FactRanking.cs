using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Findings;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Facts;

/// <summary>
/// Decides how facts of DNS change a finding: whose doing it is, what its title says, and its place.
/// <list type="table">
/// <item><term>reputation or blocklist, and the network is listed</term><description>the network's doing, and the title says so: the ways out are another path or another
/// address, and nothing else is advised.</description></item>
/// <item><term>reputation or blocklist, and most of the neighbours are listed though this address is not</term><description>the network's doing.</description></item>
/// <item><term>reputation or blocklist, and this address is listed among neighbours that are not</term><description>the sender's own doing.</description></item>
/// <item><term>what the reply says is not so (any more)</term><description>comes after what DNS does not contradict, among what still fails; later replies will show.</description></item>
/// <item><term>else</term><description>stays as the log told it. That a fault is confirmed does not lift it: how much fails by it decides.</description></item>
/// </list>
/// The overall answer never changes: mail that fails at the end of the log fails until later deliveries show otherwise.
/// </summary>
internal static class FactRanking
{
    private const string NetworkOutcome = "network";

    /// <summary>Whether facts show that the network is listed, not the address alone.</summary>
    public static bool IsOfNetwork(Finding finding) => IsOfAddress(finding) && NetworkListing(finding) is not null;

    /// <summary>A finding with its facts, in the light of them.</summary>
    public static Finding Judge(Finding finding)
    {
        if (!IsOfAddress(finding)) return finding;
        if (NetworkListing(finding) is { } listing)
            return finding with { Kind = Situations.NetworkBlocklisted, Fault = Fault.Network, Article = listing.Article };
        if (Has(finding, "neighbours", "many")) return finding with { Fault = Fault.Network };
        return Has(finding, "ip-blocklist", "listed") && Passes(finding, "neighbours") ? finding with { Fault = Fault.Sender } : finding;
    }

    /// <summary>The places of findings: the index of each in the order that facts give.</summary>
    public static IReadOnlyList<int> Order(IReadOnlyList<Finding> findings) =>
        [.. findings.Index().OrderBy(pair => StandingOf(pair.Item)).ThenBy(pair => pair.Index).Select(pair => pair.Index)];

    // Only what is contradicted moves, and only within what still fails and can be mended: all others keep the order of the log.
    private static int StandingOf(Finding finding) => finding switch
    {
        { IsCurrent: true, Fault: Fault.Sender or Fault.Network or Fault.Receiver } => finding.IsContradicted ? 1 : 0,
        _ => 2,
    };

    // A hacked account that ruins the reputation stays the root of it.
    private static bool IsOfAddress(Finding finding) =>
        finding.Cause is Cause.IpReputation or Cause.IpBlocklisted && (finding.Kind == finding.Cause.Id || finding.Kind == Situations.NetworkBlocklisted);

    // With the neighbours counted it says more.
    private static CheckResult? NetworkListing(Finding finding) => Find(finding, "neighbours", NetworkOutcome) ?? Find(finding, "ip-blocklist", NetworkOutcome);

    private static CheckResult? Find(Finding finding, string check, string outcome) =>
        finding.Facts.FirstOrDefault(fact => fact.IsTelling && fact.Result.Check == check && fact.Result.Outcome == outcome)?.Result;

    private static bool Has(Finding finding, string check, string outcome) => Find(finding, check, outcome) is not null;

    private static bool Passes(Finding finding, string check) => finding.Facts.Any(fact => fact.Result.Check == check && fact.Result.Status == CheckStatus.Pass);
}
