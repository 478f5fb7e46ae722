using Todoku.Authentication.Dmarc.Records;
using Todoku.Diagnosis.Checks.Dmarc;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>
/// Whether the domain that signs (d=) belongs to the From domain, so that DKIM can count for DMARC (RFC 9989, section 4.10.2): the same organisation, or with
/// adkim=s the very same domain. One aligned signature is enough.
/// </summary>
public sealed class DkimAlignmentCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dkim-alignment";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["aligned", "other-domain", "strict", "no-selector"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var from = context.Subject.Domain;
        var known = DkimSelectors.Known(context.Subject);
        if (known.Count == 0) return [DkimResult.Of(this, from, "no-selector", CheckStatus.NotKnown, [])];
        var dmarc = await DmarcPublication.OfAsync(context, cancellationToken).ConfigureAwait(false);
        var isStrict = dmarc.Record?.DkimAlignment == AlignmentMode.Strict;
        var signing = known.Select(hint => hint.Domain).Distinct().ToArray();
        var aligned = signing.Where(domain => isStrict ? domain.Equals(from) : context.AreOfOneOrganization(domain, from)).ToArray();
        string[] evidence = [$"From: {from}", .. signing.Select(domain => $"d={domain}")];
        if (aligned is [var first, ..]) return [DkimResult.Of(this, from, "aligned", CheckStatus.Pass, evidence, new ReplyValue(CheckValueNames.Name, first.ToString()))];
        var outcome = isStrict && signing.Any(domain => context.AreOfOneOrganization(domain, from)) ? "strict" : "other-domain";
        return [DkimResult.Of(this, from, outcome, CheckStatus.Warning, outcome == "strict" ? [.. evidence, .. dmarc.Evidence] : evidence, new ReplyValue(CheckValueNames.Name, signing[0].ToString()))];
    }
}
