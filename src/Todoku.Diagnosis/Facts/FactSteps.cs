using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Findings;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Facts;

/// <summary>
/// Decides what facts do to the steps of a finding.
/// <list type="table">
/// <item><term>fulfilled</term><description>what DNS shows to be done already leaves.</description></item>
/// <item><term>answered</term><description>a look that the facts have taken leaves, whatever was seen.</description></item>
/// <item><term>proven</term><description>the steps of facts that confirm or explain the finding come in, before those that the log alone suggests.</description></item>
/// <item><term>exact</term><description>a step with the very record takes the place of the general ones.</description></item>
/// <item><term>host's own name</term><description>no record is asked for at the name of the server that stands in the Return-Path: it is the hosting company's, and
/// the Return-Path is what has to change.</description></item>
/// <item><term>network listed</term><description>only its ways out remain: nothing on the server lifts it.</description></item>
/// <item><term>signer there</term><description>where the log shows a signer at work, none is installed: it gets the domain that it does not know, or needs nothing.</description></item>
/// <item><term>contradicted</term><description>first see whether newer deliveries arrive.</description></item>
/// </list>
/// </summary>
internal sealed class FactSteps(KnowledgeBase knowledge)
{
    private const string WatchNextLog = "watch-next-log";
    private const string InstallSigner = "install-opendkim";
    private const string AddSigningDomain = "add-signing-domain";
    private const string PublishKey = "publish-dkim-key";

    private static readonly string[] ReturnPathSteps = ["find-envelope-sender", "set-envelope-sender-postfix", "set-envelope-sender-php"];

    // Step; the points that must all pass.
    private static readonly (string Step, string[] Checks)[] Fulfilled =
    [
        ("publish-spf", ["spf", "spf-address"]),
        ("publish-spf-record", ["spf", "spf-address"]),
        ("add-ipv6-to-spf", ["spf-address"]),
        ("merge-spf", ["spf"]),
        ("spf-lookup-limit", ["spf-lookups"]),
        ("find-all-senders", ["spf-address"]),
        ("publish-dmarc-none", ["dmarc"]),
        ("set-ptr", ["ptr", "ptr-forward"]),
        ("set-ptr-ipv6", ["ptr", "ptr-forward"]),
        ("forward-confirm-ptr", ["ptr-forward"]),
        ("single-ptr", ["ptr"]),
        ("fix-helo-name", ["helo"]),
        ("add-helo-address-record", ["helo"]),
    ];

    // Step; the points that answer its question.
    private static readonly (string Step, string[] Checks)[] Answered =
    [
        ("check-auth-records", ["spf"]),
        ("check-neighbours", ["neighbours"]),
        ("check-spamhaus", ["ip-blocklist", "neighbours"]),
    ];

    // The step with the record; the general ones that it replaces.
    private static readonly (string Step, string[] General)[] Exact =
    [
        ("publish-spf-record", ["publish-spf", "merge-spf", "add-ipv6-to-spf"]),
        ("publish-dkim-record", ["publish-dkim-key"]),
        ("publish-dmarc-record", ["publish-dmarc-none"]),
    ];

    /// <summary>The steps of a finding in the light of its facts.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="all">All findings, among which is what a signer did not sign.</param>
    public IReadOnlyList<FactStep> Of(Finding finding, IReadOnlyList<Finding> all)
    {
        var steps = new List<FactStep>();
        var isOfNetwork = FactRanking.IsOfNetwork(finding);
        if (finding.IsContradicted) Add(steps, WatchNextLog, null, isOfNetwork: false);
        foreach (var fact in finding.Facts.Where(fact => fact.Relation is FactRelation.Confirms or FactRelation.Explains))
        {
            foreach (var id in StepsOf(fact.Result, finding)) Add(steps, id, fact.Result, isOfNetwork);
        }
        if (!isOfNetwork)
        {
            foreach (var id in finding.Steps) Add(steps, id, null, isOfNetwork: false, isProven: false);
        }
        var replaced = Exact.Where(exact => steps.Exists(step => step.Step.Id == exact.Step && step.Records.Count > 0)).SelectMany(exact => exact.General).ToArray();
        steps.RemoveAll(step => replaced.Contains(step.Step.Id) || IsFulfilled(finding, step.Step) || IsAnswered(finding, step.Step.Id));
        KeepSigner(steps, finding, all);
        return [.. steps.OrderBy(step => FactPlan.PlaceOf(step.Step.Group, step.IsProven))];
    }

    private void KeepSigner(List<FactStep> steps, Finding finding, IReadOnlyList<Finding> all)
    {
        var isMissing = all.Any(other => other.Kind == Situations.SigningMissing && other.Identity.EnvelopeDomain.Length > 0 && other.Identity.EnvelopeDomain == finding.Identity.EnvelopeDomain);
        if (!isMissing && finding.Identity.DkimSelector.Length == 0) return;
        var install = steps.FindIndex(step => step.Step.Id == InstallSigner);
        // The command that makes the key prints the record.
        if (isMissing && install >= 0 && knowledge.FindStep(AddSigningDomain, Language.English) is { } add) steps[install] = steps[install] with { Step = add };
        else if (install >= 0) steps.RemoveAt(install);
        // What is published under the selector that signs is told by its own points.
        if (isMissing || finding.Facts.Any(fact => fact.Result is { Check: "dkim", Status: not CheckStatus.NotKnown })) steps.RemoveAll(step => step.Step.Id == PublishKey);
    }

    private IEnumerable<string> StepsOf(CheckResult fact, Finding finding) =>
        fact.Records.Any(record => IsHostsOwn(record, finding)) ? ReturnPathSteps : fact.Steps ?? knowledge.FindArticle(fact.Article, Language.English)?.Steps ?? [];

    private static bool IsHostsOwn(PublishedRecord record, Finding finding) =>
        finding.Identity.RecordDomain.Length == 0 && string.Equals(record.Name.ToString(), finding.Identity.EnvelopeDomain, StringComparison.OrdinalIgnoreCase);

    // A relay is the way out only of what can't be mended; beside other faults it is what remains when all else fails.
    private void Add(List<FactStep> steps, string id, CheckResult? fact, bool isOfNetwork, bool isProven = true)
    {
        var records = fact is not null && Exact.Any(exact => exact.Step == id) ? fact.Records : [];
        var known = steps.FindIndex(step => step.Step.Id == id);
        if (known >= 0) steps[known] = steps[known].With(records);
        // A record to publish without the record says nothing.
        else if (knowledge.FindStep(id, Language.English) is { } step && (records.Count > 0 || !Exact.Any(exact => exact.Step == id)))
            steps.Add(new FactStep(step, isProven && (isOfNetwork || step.Group != StepGroup.Relay), records, fact?.Values ?? []));
    }

    private static bool IsFulfilled(Finding finding, Step step)
    {
        if (step.Group == StepGroup.Delist && finding is { Cause: Cause.IpBlocklisted, IsContradicted: true }) return true;
        return Array.Exists(Fulfilled, row => row.Step == step.Id && Array.TrueForAll(row.Checks, check => AllPass(finding, check)));
    }

    private static bool IsAnswered(Finding finding, string id) =>
        Array.Exists(Answered, row => row.Step == id && Array.Exists(row.Checks, check => finding.Facts.Any(fact => fact.Result.Check == check && fact.Result.Status != CheckStatus.NotKnown)));

    private static bool AllPass(Finding finding, string check)
    {
        var results = finding.Facts.Where(fact => fact.Result.Check == check).ToArray();
        return results.Length > 0 && Array.TrueForAll(results, fact => fact.Result.Status == CheckStatus.Pass);
    }
}
