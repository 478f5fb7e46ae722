using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>Whether there is an SPF record, and one only (RFC 7208, section 4.5); else the record to publish.</summary>
public sealed class SpfRecordCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "spf";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["published", "missing", "several", "no-such-domain", "unanswered"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publications = await SpfPublication.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        return [.. publications.Select((publication, index) => Judge(context, publication, isUsed: index == 0))];
    }

    // The domain that counts less is told as a warning, and without a record when it is somebody else's (the hosting company's).
    private CheckResult Judge(CheckContext context, SpfPublication publication, bool isUsed)
    {
        var wrong = isUsed ? CheckStatus.Problem : CheckStatus.Warning;
        var (outcome, status) = publication.Kind switch
        {
            SpfPublicationKind.One => ("published", CheckStatus.Pass),
            SpfPublicationKind.Several => ("several", wrong),
            SpfPublicationKind.None => ("missing", wrong),
            SpfPublicationKind.NoSuchDomain => ("no-such-domain", wrong),
            _ => ("unanswered", CheckStatus.NotKnown),
        };
        var isToPublish = SpfPublication.IsOwn(context, publication.Domain) && (publication.Kind is SpfPublicationKind.Several || (publication.Kind is SpfPublicationKind.None && context.Subject.Addresses.Count > 0));
        return new CheckResult(Id, outcome, status, publication.Domain.ToString())
        {
            Evidence = publication.Evidence,
            Values = [new ReplyValue(ReplyValueNames.Domain, publication.Domain.ToString()), new ReplyValue(CheckValueNames.Count, Figure.Of(publication.Records.Count))],
            Records = isToPublish ? [new PublishedRecord(publication.Domain, DnsRecordType.TXT, SpfComposer.Compose(publication.Records, context.Subject.Addresses))] : [],
            Steps = SpfPublication.IsOwn(context, publication.Domain) ? null : [],
        };
    }
}
