using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dmarc;

/// <summary>Whether a DMARC record applies to the From domain, its own or that of the organisation (RFC 9989, section 4.10.1).</summary>
public sealed class DmarcRecordCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dmarc";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["published", "inherited", "missing", "missing-silent", "no-record-text", "several", "unusable", "unanswered"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publication = await DmarcPublication.OfAsync(context, cancellationToken).ConfigureAwait(false);
        var advice = await DmarcAdvice.OfAsync(context, publication, cancellationToken).ConfigureAwait(false);
        var (outcome, status) = publication switch
        {
            { Discovery.Outcome: DiscoveryOutcome.Failed } => ("unanswered", CheckStatus.NotKnown),
            // Several count as none, also where the organisation has one (RFC 9989, section 4.10, step 2).
            { Own: DmarcFinding.Several } => ("several", CheckStatus.Warning),
            { Record.Standing: DmarcStanding.Unusable } => ("unusable", CheckStatus.Warning),
            { Discovery.Outcome: DiscoveryOutcome.AtAuthorDomain } => ("published", CheckStatus.Pass),
            { Record: not null } => ("inherited", CheckStatus.Pass),
            { Own: DmarcFinding.Absent { OtherTexts.Count: > 0 } } => ("no-record-text", CheckStatus.Warning),
            _ => (advice is not null && advice.Value.Contains("rua=", StringComparison.Ordinal) ? "missing" : "missing-silent", CheckStatus.Warning),
        };
        var result = DmarcResults.Of(this, publication, outcome, status, new ReplyValue(CheckValueNames.Count, Figure.Of((publication.Own as DmarcFinding.Several)?.Count ?? 1)));
        return [status == CheckStatus.Warning && advice is not null ? result with { Records = [advice] } : result];
    }
}
