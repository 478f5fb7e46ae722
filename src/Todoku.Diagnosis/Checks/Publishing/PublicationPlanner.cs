using System.Text;
using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>Puts the records of all points together: what several points want of one record becomes one record.</summary>
public static class PublicationPlanner
{
    private const int MaxShown = 2000;

    /// <summary>Makes the plan.</summary>
    public static async Task<PublicationPlan> PlanAsync(CheckContext context, IReadOnlyList<CheckResult> results, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(results);
        var changes = new List<PublicationChange>();
        // Only what is open: a record beside a point that is well would be a change for its own sake.
        var wanted = results.Where(result => result.Status is CheckStatus.Problem or CheckStatus.Warning).SelectMany(result => result.Records)
            .DistinctBy(record => (record.Name, record.Type, RecordPurpose.Of(record)));
        foreach (var record in wanted)
        {
            var (merged, lookups) = (record, 0);
            IReadOnlyList<string> ignored = [];
            if (record.Type == DnsRecordType.TXT && SpfRecord.IsSpf(Encoding.UTF8.GetBytes(record.Value)))
            {
                (var text, lookups) = await SpfMerge.ComposeAsync(context, record.Name, results, cancellationToken).ConfigureAwait(false);
                merged = record with { Value = text };
                ignored = [.. SpfComposer.UnknownModifiers(SpfRecord.Parse(text)).Select(modifier => modifier.Text)];
            }
            var answer = await context.Dns.AskAsync(record.Name, record.Type, cancellationToken).ConfigureAwait(false);
            if (RecordPurpose.Holds(merged, answer)) continue;
            var place = await ZoneOfAsync(context, record.Name, cancellationToken).ConfigureAwait(false);
            changes.Add(new PublicationChange(merged, place, [.. RecordPurpose.Same(merged, answer).Select(text => RecordText.Of(text, MaxShown))]) { Lookups = lookups, IgnoredTerms = ignored });
        }
        var zone = await ZoneOfAsync(context, context.Subject.Domain, cancellationToken).ConfigureAwait(false);
        return new PublicationPlan(zone, changes, Keys(context, results, changes, IsMissing)) { KeysToRenew = Keys(context, results, changes, IsUnfit) };
    }

    private static bool IsMissing(CheckResult result) => result is { Check: "dkim", Status: CheckStatus.Problem, Outcome: not "revoked" };

    // What can be mended without the signer has its record among the changes.
    private static bool IsUnfit(CheckResult result) => result.Status == CheckStatus.Problem && result is
    { Check: "dkim", Outcome: "revoked" } or { Check: "dkim-dns", Outcome: "cut" or "cut-at-semicolon" } or { Check: "dkim-size" };

    private static SelectorHint[] Keys(CheckContext context, IReadOnlyList<CheckResult> results, List<PublicationChange> changes, Predicate<CheckResult> isMeant)
    {
        var names = results.Where(result => isMeant(result)).Select(result => result.Subject).ToHashSet();
        return
        [
            .. Dkim.DkimSelectors.Known(context.Subject).Where(hint =>
                Dkim.DkimPublication.NameOf(hint.Selector, hint.Domain) is { } name && names.Contains(name.ToString()) && !changes.Any(change => change.Record.Name.Equals(name))),
        ];
    }

    // Without an answer, the domain that somebody registered.
    private static async Task<DomainName> ZoneOfAsync(CheckContext context, DomainName name, CancellationToken cancellationToken) =>
        await ZoneServers.FindApexAsync(context.Dns, name, cancellationToken).ConfigureAwait(false) is { } apex && name.IsWithin(apex) && apex.LabelCount > 1 ? apex
        : DomainName.TryParse(context.OrganizationalDomain(name), out var domain) ? domain
        : name;
}
