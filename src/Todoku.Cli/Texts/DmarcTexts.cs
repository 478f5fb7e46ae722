using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Mail.Authors;

namespace Todoku.Cli.Texts;

/// <summary>What <c>dmarc</c> says.</summary>
internal abstract class DmarcTexts
{
    /// <summary>The verb dmarc.</summary>
    public abstract string Command { get; }

    /// <summary>--from.</summary>
    public abstract string FromOption { get; }

    /// <summary>--spf.</summary>
    public abstract string SpfOption { get; }

    /// <summary>--dkim.</summary>
    public abstract string DkimOption { get; }

    /// <summary>--rfc.</summary>
    public abstract string RfcOption { get; }

    /// <summary>--org.</summary>
    public abstract string OrgOption { get; }

    /// <summary>--batch.</summary>
    public abstract string BatchOption { get; }

    /// <summary>--json.</summary>
    public abstract string JsonOption { get; }

    /// <summary>No --from.</summary>
    public abstract string NeedsFrom { get; }

    /// <summary>A value of --spf or --dkim that is none.</summary>
    public abstract string BadIdentifier(string option, string value, IReadOnlyList<string> results);

    /// <summary>A value of --org that is no domain name.</summary>
    public abstract string BadDomain(string value);

    /// <summary>Section: the search for the record.</summary>
    public abstract string RecordSection { get; }

    /// <summary>Section: whether the domains are aligned.</summary>
    public abstract string AlignmentSection { get; }

    /// <summary>Section: the policy.</summary>
    public abstract string PolicySection { get; }

    /// <summary>Section: what is wrong with the record.</summary>
    public abstract string ProblemsSection { get; }

    /// <summary>The verdict in one line.</summary>
    public string Headline(DmarcResult result) => result.Verdict == DmarcVerdict.Fail && result.Policy is { } policy
        ? $"DMARC: {result.Verdict.Word} ({PolicyWord}: {policy.Applied.Word})"
        : $"DMARC: {result.Verdict.Word}";

    /// <summary>Why.</summary>
    public abstract string Reason(DmarcResult result);

    /// <summary>What is wrong with the From field; empty when nothing is.</summary>
    public abstract string Author(AuthorDomain author);

    /// <summary>What was found at a name; empty when the record says it all.</summary>
    public abstract string Finding(DmarcFinding finding, DnsTexts dns);

    /// <summary>A name whose answer was shown before.</summary>
    public abstract string AsAbove(string name);

    /// <summary>Which organisational domain, and by which rule.</summary>
    public abstract string Organization(OrganizationLookup lookup);

    /// <summary>Whether a domain is aligned, and why.</summary>
    public abstract string Alignment(IdentifierAlignment alignment, DmarcResult result);

    /// <summary>Which policy applies, and which tag gave it.</summary>
    public abstract string Policy(PolicyChoice policy, DmarcPolicyDiscovery discovery);

    /// <summary>The word "policy".</summary>
    protected abstract string PolicyWord { get; }
}
