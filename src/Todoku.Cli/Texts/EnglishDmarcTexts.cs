using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Mail.Authors;

namespace Todoku.Cli.Texts;

internal sealed class EnglishDmarcTexts : DmarcTexts
{
    public override string Command => "Evaluate DMARC for a From domain and what SPF and DKIM said, and show every step.";

    public override string FromOption => "The author: a domain, an address, or the From field of the message.";

    public override string SpfOption => "What SPF said, and for which domain: pass:example.com, fail:example.com, none.";

    public override string DkimOption => "What DKIM said, and for which signing domain (d=); may be given several times.";

    public override string RfcOption => "9989 (default): organisational domains by DNS tree walk. 7489: the older rules, with the public suffix list.";

    public override string OrgOption => "Only find the organisational domain of DOMAIN.";

    public override string BatchOption => "Read JSON lines {\"id\",\"from\",\"spf\":{\"domain\",\"result\"},\"dkim\":[{...}]}, write a JSON line with the result for each.";

    public override string JsonOption => "The result as JSON (docs/dmarc.md).";

    public override string NeedsFrom => "dmarc needs --from: the From domain or address of the message.";

    public override string RecordSection => "Search for the DMARC record";

    public override string AlignmentSection => "Alignment with the From domain";

    public override string PolicySection => "Policy";

    public override string ProblemsSection => "About the record";

    protected override string PolicyWord => "policy";

    public override string BadIdentifier(string option, string value, IReadOnlyList<string> results) =>
        $"{option} {value} can't be read. Write RESULT:DOMAIN, for example pass:example.com; RESULT is one of: {string.Join(", ", results)}.";

    public override string BadDomain(string value) => $"--org {value} is no domain name. Write one like mail.example.com.";

    public override string Reason(DmarcResult result) => result.Reason switch
    {
        DmarcReason.Aligned => "A domain that SPF or DKIM authenticated is aligned with the From domain.",
        DmarcReason.NothingAuthenticated when result.Alignments.Count == 0 => "No result of SPF or DKIM was given, so nothing authenticates the From domain.",
        DmarcReason.NothingAuthenticated => "Neither SPF nor DKIM passed for any domain.",
        DmarcReason.NotAligned => "SPF or DKIM passed, but for no domain that is aligned with the From domain.",
        DmarcReason.NoAuthorDomain => "Without exactly one From domain DMARC can't be evaluated. Many receivers refuse such mail.",
        DmarcReason.NoRecord => "No DMARC record was found, so DMARC doesn't apply.",
        DmarcReason.SeveralRecords => "There are several DMARC records where only one may be; receivers ignore them all. Delete all but one.",
        DmarcReason.UnusableRecord => "The DMARC record has no valid policy and no report address, so receivers ignore it. Correct the tags named below.",
        DmarcReason.RecordLookupFailed => "DNS gave no answer that can be relied on while looking for the record. Try again later.",
        DmarcReason.AlignmentLookupFailed => "DNS gave no answer that can be relied on, so it is not known whether the domains are aligned. Try again later.",
        DmarcReason.AuthenticationFailed => "SPF or DKIM met an error of DNS for a domain that would be aligned, so it is not known whether the message passes. Try again later.",
        DmarcReason.ExistenceLookupFailed => "DNS didn't say whether the From domain exists, so it is not known which policy applies. Try again later.",
    };

    public override string Author(AuthorDomain author) => author switch
    {
        AuthorDomain.One { IsRepaired: true } one => $"The From field is not well-formed (RFC 5322); it was read as the domain {one.Domain}. Receivers may refuse it.",
        AuthorDomain.Several several => $"The From field names several domains: {string.Join(", ", several.Domains)}. Use one author's address.",
        AuthorDomain.Missing { Reason: MissingAuthor.NoField } => "The message has no From field.",
        AuthorDomain.Missing { Reason: MissingAuthor.NoDomain } => "The From address has no domain: there is no @ in it.",
        AuthorDomain.Missing { Reason: MissingAuthor.AddressLiteral } => "The From address has an IP address instead of a domain.",
        AuthorDomain.Missing => "The From field holds no address.",
        AuthorDomain.Malformed { Reason: MalformedAuthor.RepeatedField } => "The message has more than one From field; exactly one is allowed.",
        AuthorDomain.Malformed { Reason: MalformedAuthor.TooLong } => "The From field is too long to be read.",
        AuthorDomain.Malformed { Reason: MalformedAuthor.InvalidDomain } => "What stands behind the @ in the From field is no domain name.",
        AuthorDomain.Malformed => "The address in the From field can't be told from what stands around it.",
        _ => "",
    };

    public override string Finding(DmarcFinding finding, DnsTexts dns) => finding switch
    {
        DmarcFinding.Record { Value.Standing: DmarcStanding.AssumedNone } => "p, sp or np is missing or invalid: this counts as p=none.",
        DmarcFinding.Record { Value.Standing: DmarcStanding.Unusable } => "p, sp or np is missing or invalid, and there is no report address: no DMARC.",
        DmarcFinding.Absent { OtherTexts.Count: > 0 } => "not a DMARC record: it must begin with v=DMARC1 and then a semicolon",
        DmarcFinding.Absent absent => absent.IsNameMissing ? dns.NoSuchDomain : dns.NoData,
        DmarcFinding.Several several => $"{several.Count} DMARC records; they count as none",
        DmarcFinding.Failed failed => dns.Failure(failed.Failure),
        _ => "",
    };

    public override string AsAbove(string name) => $"{name} (see above)";

    public override string Organization(OrganizationLookup lookup) => lookup.Rule switch
    {
        OrganizationRule.NotPublicSuffix => $"Organisational domain of {lookup.Start}: {lookup.Domain} (its record says psd=n)",
        OrganizationRule.BelowPublicSuffix => $"Organisational domain of {lookup.Start}: {lookup.Domain} (one label below a record with psd=y)",
        OrganizationRule.FewestLabels => $"Organisational domain of {lookup.Start}: {lookup.Domain} (the shortest name with a record)",
        OrganizationRule.Itself => $"Organisational domain of {lookup.Start}: itself (no record was found)",
        OrganizationRule.PublicSuffixList when lookup.IsPublicSuffix => $"{lookup.Start} is a public suffix; it has no organisational domain",
        OrganizationRule.PublicSuffixList => $"Organisational domain of {lookup.Start}: {lookup.Domain} (public suffix list)",
        OrganizationRule.Unknown => $"Organisational domain of {lookup.Start}: not known, because a query failed",
    };

    public override string Alignment(IdentifierAlignment alignment, DmarcResult result) => alignment.Outcome switch
    {
        AlignmentOutcome.Identical => "aligned: it is the From domain",
        AlignmentOutcome.SameOrganization => $"aligned: both have the organisational domain {result.Discovery?.Organization.Domain}",
        AlignmentOutcome.WouldAlign => "not known: it would be aligned, but an error of DNS left SPF or DKIM open",
        AlignmentOutcome.NotAuthenticated => "doesn't count: the result is not pass",
        AlignmentOutcome.NotADomain => "not aligned: this is no domain name",
        AlignmentOutcome.StrictAndDifferent =>
            $"not aligned: the record wants the very same domain ({(alignment.Identifier.Mechanism == AuthenticationMechanism.Spf ? "aspf" : "adkim")}=s)",
        AlignmentOutcome.OutsideOrganization when result.Discovery?.Organization.Domain is { } domain => $"not aligned: it doesn't lie within {domain}",
        AlignmentOutcome.OutsideOrganization => "not aligned: it has nothing in common with the From domain",
        AlignmentOutcome.OwnOrganization => $"not aligned: its organisational domain is {alignment.Organization?.Domain}",
        AlignmentOutcome.LookupFailed => "not known: a query for the organisational domain failed",
        AlignmentOutcome.TooMany => "not looked at: there are too many domains",
    };

    public override string Policy(PolicyChoice policy, DmarcPolicyDiscovery discovery)
    {
        if (policy.Tag.Length == 0) return $"none: the record of {discovery.Domain} has no policy that can be read.";
        var source = policy.Tag switch
        {
            "np" => $"{policy.Published.Word}: the tag np of {discovery.Domain}, because the From domain doesn't exist (NXDOMAIN).",
            "sp" => $"{policy.Published.Word}: the tag sp of {discovery.Domain}, because the From domain is a subdomain.",
            _ when discovery.Outcome == DiscoveryOutcome.AtAuthorDomain => $"{policy.Published.Word}: the tag p of {discovery.Domain}.",
            _ => $"{policy.Published.Word}: the tag p of {discovery.Domain}, which also holds for its subdomains.",
        };
        return policy.IsTesting ? $"{source} The record says t=y (test): receivers apply {policy.Applied.Word}." : source;
    }
}
