using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>What the flags of the key say (RFC 6376, section 3.6.1): <c>t=y</c> asks verifiers not to rely on it, <c>t=s</c> binds <c>i=</c> to the domain itself.</summary>
public sealed class DkimFlagsCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dkim-flags";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["none", "testing", "strict", "no-key"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publications = await DkimPublication.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        return publications.Count == 0 ? [DkimResult.Of(this, context.Subject.Domain, "no-key", CheckStatus.NotApplicable, [])] : [.. publications.Select(Judge)];
    }

    private CheckResult Judge(DkimPublication publication) => publication switch
    {
        not { Kind: DkimPublicationKind.Found, Record.Problem: null } => DkimResult.Of(this, publication, "no-key", CheckStatus.NotApplicable),
        { Record.IsTesting: true } => DkimResult.Of(this, publication, "testing", CheckStatus.Warning, new ReplyValue(CheckValueNames.Term, "t=y")),
        { Record.IsStrict: true } => DkimResult.Of(this, publication, "strict", CheckStatus.Pass, new ReplyValue(CheckValueNames.Term, "t=s")),
        _ => DkimResult.Of(this, publication, "none", CheckStatus.Pass),
    };
}
