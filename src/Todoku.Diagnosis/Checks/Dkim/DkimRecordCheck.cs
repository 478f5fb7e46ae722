using Todoku.Authentication.Signatures;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>
/// Whether the key of each selector that signs is published, once, and not revoked (RFC 6376, section 3.6). Selectors can't be listed: without one that
/// is known, nothing is missing; common names that hold a key are told as hints.
/// </summary>
public sealed class DkimRecordCheck : ICheck
{
    private const int MaxNames = 8;

    /// <inheritdoc/>
    public string Id => "dkim";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["published", "missing", "several", "revoked", "unanswered", "no-selector", "guessed"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publications = await DkimPublication.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        if (publications.Count > 0) return [.. publications.Select(Judge)];
        var guessed = await DkimSelectors.FoundAsync(context, cancellationToken).ConfigureAwait(false);
        var domain = context.Subject.Domain;
        if (guessed.Count == 0) return [DkimResult.Of(this, domain, "no-selector", CheckStatus.NotKnown, [])];
        var names = string.Join(", ", guessed.Take(MaxNames).Select(publication => publication.Hint.Selector));
        return [DkimResult.Of(this, domain, "guessed", CheckStatus.NotKnown, [.. guessed.SelectMany(publication => publication.Evidence)], new ReplyValue(CheckValueNames.Names, names))];
    }

    private CheckResult Judge(DkimPublication publication)
    {
        var (outcome, status) = publication switch
        {
            { Kind: DkimPublicationKind.NotKnown } => ("unanswered", CheckStatus.NotKnown),
            { Kind: DkimPublicationKind.Missing or DkimPublicationKind.Wildcard } => ("missing", CheckStatus.Problem),
            { Record.Problem: SignatureReason.KeyRevoked } => ("revoked", CheckStatus.Problem),
            // Which of them a verifier takes is left open (RFC 6376, section 3.6.2.2).
            { Texts.Count: > 1 } => ("several", publication.Record?.Problem is null ? CheckStatus.Warning : CheckStatus.Problem),
            _ => ("published", CheckStatus.Pass),
        };
        return DkimResult.Of(this, publication, outcome, status, new ReplyValue(CheckValueNames.Count, Figure.Of(publication.Texts.Count)));
    }
}
