using Todoku.Authentication.Spf;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>Whether the record uses <c>ptr</c>, which is slow, unreliable and not to be used (RFC 7208, section 5.5).</summary>
public sealed class SpfPtrCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "spf-ptr";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["not-used", "used", "no-record"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publications = await SpfPublication.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        return [.. publications.Select(Judge)];
    }

    private CheckResult Judge(SpfPublication publication)
    {
        var used = publication.Records.SelectMany(record => record.Mechanisms).OfType<SpfTerm.Ptr>().FirstOrDefault();
        var (outcome, status) = publication.Records.Count == 0 ? ("no-record", CheckStatus.NotApplicable)
            : used is null ? ("not-used", CheckStatus.Pass)
            : ("used", CheckStatus.Warning);
        return new CheckResult(Id, outcome, status, publication.Domain.ToString())
        {
            Evidence = used is null ? [] : publication.Evidence,
            Values = [new ReplyValue(ReplyValueNames.Domain, publication.Domain.ToString()), new ReplyValue(CheckValueNames.Term, used?.Text ?? "")],
        };
    }
}
