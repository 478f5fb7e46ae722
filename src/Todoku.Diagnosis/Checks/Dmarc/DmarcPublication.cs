using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Dmarc;

/// <summary>Which DMARC record applies to the mail of the From domain, by RFC 9989.</summary>
/// <param name="From">The From domain.</param>
/// <param name="Discovery">How the record was looked for.</param>
/// <param name="Evidence">What DNS said: the record that applies, else every name that was asked for.</param>
public sealed record DmarcPublication(DomainName From, DmarcPolicyDiscovery Discovery, IReadOnlyList<string> Evidence)
{
    private const int MaxText = 600;

    /// <summary>The record; null when there is none.</summary>
    public DmarcRecord? Record => Discovery.Record;

    /// <summary>The record, when receivers take it.</summary>
    public DmarcRecord? UsableRecord => Record is { Standing: not DmarcStanding.Unusable } ? Record : null;

    /// <summary>What every query of the tree walk gave.</summary>
    public IReadOnlyList<string> AllEvidence => [.. Discovery.Queries.SelectMany(Lines)];

    /// <summary>What was found at the From domain's own name.</summary>
    public DmarcFinding Own => Discovery.Queries[0].Finding;

    /// <summary>The name of the From domain's own record; null when it grows too long for DNS.</summary>
    public DomainName? OwnName => NameOf(From);

    /// <summary>The policy for mail of the From domain, t=y not counted; null without a record.</summary>
    public DmarcPolicy? Policy => UsableRecord switch
    {
        null => null,
        { Standing: DmarcStanding.AssumedNone } => DmarcPolicy.None,
        { } record when Discovery.Outcome == DiscoveryOutcome.AtAuthorDomain => record.Policy,
        { } record => record.SubdomainPolicy ?? record.Policy,
    };

    /// <summary>Looks, once in a run.</summary>
    public static Task<DmarcPublication> OfAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.FactAsync(nameof(DmarcPublication), () => FindAsync(context, cancellationToken));
    }

    /// <summary>The name at which a domain has its record.</summary>
    public static DomainName? NameOf(DomainName domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return domain.TryPrepend(DmarcLookup.Label, out var name) ? name : null;
    }

    private static async Task<DmarcPublication> FindAsync(CheckContext context, CancellationToken cancellationToken)
    {
        var from = context.Subject.Domain;
        var walk = new TreeWalk(new DmarcLookup(context.Dns, DmarcStandard.Rfc9989));
        var discovery = await DmarcPolicyDiscovery.WalkAsync(from, walk, cancellationToken).ConfigureAwait(false);
        var shown = discovery.Queries.Where(query => discovery.Domain is null || query.Domain.Equals(discovery.Domain) || query.Domain.Equals(from));
        return new DmarcPublication(from, discovery, [.. shown.SelectMany(Lines)]);
    }

    private static IEnumerable<string> Lines(DmarcQuery query) => query.Finding switch
    {
        DmarcFinding.Record record => [Line(query, record.Value.Text)],
        DmarcFinding.Several several => several.Texts.Select(text => Line(query, text)),
        DmarcFinding.Failed failed => [$"{query.Name} TXT: {FailureText.Of(failed.Failure)}{(failed.Server.Length > 0 ? $" ({failed.Server})" : "")}"],
        DmarcFinding.Absent { OtherTexts.Count: > 0 } other => other.OtherTexts.Select(text => Line(query, text)),
        DmarcFinding.Absent { IsNameMissing: true } => [$"{query.Name} TXT: NXDOMAIN"],
        _ => [$"{query.Name} TXT: no record"],
    };

    private static string Line(DmarcQuery query, string text) => $"{query.Name} TXT \"{(text.Length > MaxText ? $"{text.AsSpan(0, MaxText)}..." : text)}\"";
}
