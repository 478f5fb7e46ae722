using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks;

/// <summary>
/// Decides which faults are no faults of their own but follow from another point's, so that one root cause is one point. They stay in the report, refer to
/// that point, are not counted, and bring no steps.
/// <list type="table">
/// <item><term>DKIM</term><description>a key that can't be read or found follows from what the DNS service made of it, which names the way out.</description></item>
/// <item><term>SPF</term><description>that an address can't pass follows from a record that is broken, there twice, or over the limit.</description></item>
/// <item><term>IPv6</term><description>follows from the missing name or the SPF failure of that very address.</description></item>
/// <item><term>domain</term><description>of a domain that does not exist or can't receive, all that would be there is missing.</description></item>
/// </list>
/// A fault never follows from a milder one.
/// </summary>
internal static class Consequences
{
    private static readonly Row[] Rows =
    [
        new("dkim-key", [], "dkim-dns", ["cut", "cut-at-semicolon", "escaped", "quoted", "split"], Shared.Subject),
        new("dkim", ["missing"], "dkim-dns", ["wrong-name", "dangling-alias", "wildcard"], Shared.Subject),
        new("dkim", ["several"], "dkim-dns", ["split"], Shared.Subject),
        new("spf-address", ["error", "unusable"], "spf", ["several"], Shared.Domain),
        new("spf-address", ["error", "unusable"], "spf-syntax", ["wrong-term"], Shared.Domain),
        new("spf-address", ["error", "unusable"], "spf-lookups", ["too-many", "loop", "dead-include"], Shared.Domain),
        new("ipv6", ["no-ptr"], "ptr", ["missing", "missing-ipv6"], Shared.Address),
        new("ipv6", ["no-spf"], "spf-address", ["fails", "soft-fails", "neutral"], Shared.Address),
        new("return-path-domain", [], "sender-domain", [], Shared.Domain),
        new("role-mailboxes", ["cannot-receive"], "sender-domain", [], Shared.Domain),
        new("spf", ["no-such-domain"], "sender-domain", ["no-such-domain"], Shared.Domain),
        new("spf", ["no-such-domain"], "return-path-domain", ["no-such-domain"], Shared.Domain),
        new("dmarc", [], "sender-domain", ["no-such-domain"], Shared.Domain),
    ];

    // What two results must have in common.
    private enum Shared
    {
        Subject,
        Domain,
        Address,
    }

    /// <summary>The results, those that follow from others marked so.</summary>
    public static IReadOnlyList<CheckResult> Mark(IReadOnlyList<CheckResult> results) => [.. results.Select(result => IsFault(result) ? result with { FollowsFrom = RootsOf(result, results) } : result)];

    private static IReadOnlyList<string> RootsOf(CheckResult result, IReadOnlyList<CheckResult> results) =>
        [.. Rows.Where(row => row.IsAbout(result) && results.Any(root => row.IsRoot(root) && IsFault(root) && root.Status <= result.Status && row.Shares(result, root))).Select(row => row.Root).Take(1)];

    private static bool IsFault(CheckResult result) => result.Status is CheckStatus.Problem or CheckStatus.Warning;

    private sealed record Row(string Check, string[] Outcomes, string Root, string[] RootOutcomes, Shared Common)
    {
        public bool IsAbout(CheckResult result) => result.Check == Check && (Outcomes.Length == 0 || Outcomes.Contains(result.Outcome));

        public bool IsRoot(CheckResult result) => result.Check == Root && (RootOutcomes.Length == 0 || RootOutcomes.Contains(result.Outcome));

        public bool Shares(CheckResult one, CheckResult other) => Common switch
        {
            Shared.Domain => one.ValueOf(ReplyValueNames.Domain) is { Length: > 0 } domain && domain == other.ValueOf(ReplyValueNames.Domain),
            Shared.Address => AddressesOf(one).Intersect(AddressesOf(other)).Any(),
            _ => one.Subject == other.Subject,
        };

        private static IEnumerable<string> AddressesOf(CheckResult result) => result.Values.Where(value => value is { Name: ReplyValueNames.Ip, Value.Length: > 0 }).Select(value => value.Value);
    }
}
