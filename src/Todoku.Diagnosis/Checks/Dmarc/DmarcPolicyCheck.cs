using Todoku.Authentication.Dmarc.Records;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dmarc;

/// <summary>What the record asks receivers to do with mail that fails (RFC 9989, section 4.7). All policies are sound choices; each is told with what follows from it.</summary>
public sealed class DmarcPolicyCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dmarc-policy";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["monitoring", "enforced", "testing", "weaker-below", "assumed", "no-record"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publication = await DmarcPublication.OfAsync(context, cancellationToken).ConfigureAwait(false);
        if (publication.UsableRecord is not { } record || publication.Policy is not { } policy) return [DmarcResults.Of(this, publication, "no-record", CheckStatus.NotApplicable)];
        var weaker = new[] { ("sp", record.SubdomainPolicy), ("np", record.NonexistentPolicy) }.Where(pair => pair.Item2 < record.Policy).Select(pair => $"{pair.Item1}={pair.Item2?.Word}").ToArray();
        var outcome = record switch
        {
            { Standing: DmarcStanding.AssumedNone } => "assumed",
            _ when policy == DmarcPolicy.None => "monitoring",
            { IsTesting: true } => "testing",
            _ when weaker.Length > 0 => "weaker-below",
            _ => "enforced",
        };
        return
        [
            DmarcResults.Of(this, publication, outcome, outcome == "assumed" ? CheckStatus.Warning : CheckStatus.Pass,
                new ReplyValue(ReplyValueNames.DmarcResult, policy.Word), new ReplyValue(CheckValueNames.Term, string.Join(", ", weaker))),
        ];
    }
}
