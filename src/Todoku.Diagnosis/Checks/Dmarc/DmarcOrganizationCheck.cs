using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dmarc;

/// <summary>
/// Whether the two ways to find the organisational domain agree: the DNS tree walk (RFC 9989, section 4.10) and the public suffix list, which receivers of
/// the older standard use. Where they differ, alignment may depend on the receiver.
/// </summary>
public sealed class DmarcOrganizationCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dmarc-organization";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["same", "differs", "unanswered"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publication = await DmarcPublication.OfAsync(context, cancellationToken).ConfigureAwait(false);
        var listed = context.OrganizationalDomain(publication.From);
        if (publication.Discovery.Organization.Domain is not { } walked) return [DmarcResults.Of(this, publication, "unanswered", CheckStatus.NotKnown) with { Evidence = publication.AllEvidence }];
        // Without any record the walk stays where it began, which changes nothing: there is no policy either.
        var isSame = walked.ToString() == listed || publication.Record is null;
        return
        [
            DmarcResults.Of(this, publication, isSame ? "same" : "differs", CheckStatus.Pass,
                new ReplyValue(CheckValueNames.Name, isSame ? listed : walked.ToString()), new ReplyValue(CheckValueNames.Names, listed)),
        ];
    }
}
