using Todoku.Authentication.Signatures;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>
/// Whether the key of each selector that signs is published, once, and not revoked (RFC 6376, section 3.6). Selectors can't be listed: without one that
/// is known, nothing is missing; common names that hold a key are told as hints. That there is no key at all is said only where DNS says it, or where mail
/// that was received bears no signature.
/// </summary>
public sealed class DkimRecordCheck : ICheck
{
    private const int MaxNames = 8;

    private static readonly TimeSpan Succession = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public string Id => "dkim";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["published", "missing", "withdrawn", "several", "revoked", "unanswered", "no-selector", "guessed", "not-signed", "none-published", "some-published"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publications = await DkimPublication.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        if (publications.Count > 0) return [.. publications.Select(publication => Judge(publication, publications))];
        var guessed = await DkimSelectors.FoundAsync(context, cancellationToken).ConfigureAwait(false);
        var domain = context.Subject.Domain;
        if (context.Subject.UnsignedMessages is { Count: > 0 } unsigned)
            return [DkimResult.Of(this, domain, "not-signed", CheckStatus.Warning, unsigned, new ReplyValue(CheckValueNames.Count, Figure.Of(unsigned.Count)))];
        if (guessed.Count == 0) return [await WithoutSelectorAsync(context, cancellationToken).ConfigureAwait(false)];
        var names = string.Join(", ", guessed.Take(MaxNames).Select(publication => publication.Hint.Selector));
        return [DkimResult.Of(this, domain, "guessed", CheckStatus.NotKnown, [.. guessed.SelectMany(publication => publication.Evidence)], new ReplyValue(CheckValueNames.Names, names))];
    }

    private async Task<CheckResult> WithoutSelectorAsync(CheckContext context, CancellationToken cancellationToken)
    {
        var branch = await KeyBranch.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        var domain = context.Subject.Domain;
        return branch.Kind switch
        {
            KeyBranchKind.Absent => DkimResult.Of(this, domain, "none-published", CheckStatus.Warning, branch.Evidence),
            KeyBranchKind.HoldsNames => DkimResult.Of(this, domain, "some-published", CheckStatus.NotKnown, branch.Evidence),
            _ => DkimResult.Of(this, domain, "no-selector", CheckStatus.NotKnown, branch.Evidence),
        };
    }

    private CheckResult Judge(DkimPublication publication, IReadOnlyList<DkimPublication> all)
    {
        var (outcome, status) = publication switch
        {
            { Kind: DkimPublicationKind.NotKnown } => ("unanswered", CheckStatus.NotKnown),
            { Kind: DkimPublicationKind.Missing } when all.Any(other => Succeeds(other, publication)) => ("withdrawn", CheckStatus.Warning),
            { Kind: DkimPublicationKind.Missing or DkimPublicationKind.Wildcard } => ("missing", CheckStatus.Problem),
            { Record.Problem: SignatureReason.KeyRevoked } => ("revoked", CheckStatus.Problem),
            // Which of them a verifier takes is left open (RFC 6376, section 3.6.2.2).
            { Texts.Count: > 1 } => ("several", publication.Record?.Problem is null ? CheckStatus.Warning : CheckStatus.Problem),
            _ => ("published", CheckStatus.Pass),
        };
        return DkimResult.Of(this, publication, outcome, status, new ReplyValue(CheckValueNames.Count, Figure.Of(publication.Texts.Count)));
    }

    // When keys are changed the old one goes some time after its last signature.
    private static bool Succeeds(DkimPublication other, DkimPublication publication) =>
        other.Kind == DkimPublicationKind.Found && other.Hint.Domain.Equals(publication.Hint.Domain) && other.Hint.LastSeen - publication.Hint.LastSeen >= Succession;
}
