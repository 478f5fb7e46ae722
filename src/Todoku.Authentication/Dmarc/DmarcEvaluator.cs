using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Mail.Authors;

namespace Todoku.Authentication.Dmarc;

/// <summary>Evaluates DMARC for one message: RFC 9989, section 5.3, or RFC 7489, section 6.6.</summary>
public sealed class DmarcEvaluator
{
    private readonly IDnsResolver _resolver;
    private readonly PublicSuffixList? _suffixes;

    /// <summary>Evaluates by RFC 9989.</summary>
    public DmarcEvaluator(IDnsResolver resolver) => _resolver = resolver;

    /// <summary>Evaluates by RFC 7489, with a public suffix list.</summary>
    public DmarcEvaluator(IDnsResolver resolver, PublicSuffixList suffixes)
        : this(resolver) => _suffixes = suffixes;

    /// <summary>By which standard.</summary>
    public DmarcStandard Standard => _suffixes is null ? DmarcStandard.Rfc9989 : DmarcStandard.Rfc7489;

    /// <summary>Evaluates.</summary>
    /// <param name="author">The author's domain.</param>
    /// <param name="identifiers">What SPF and DKIM said.</param>
    /// <param name="cancellationToken">Ends the wait for DNS.</param>
    public async ValueTask<DmarcResult> EvaluateAsync(
        AuthorDomain author, IReadOnlyList<AuthenticatedIdentifier> identifiers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(identifiers);
        var none = new DmarcResult { Standard = Standard, Author = author, Verdict = DmarcVerdict.None, Reason = DmarcReason.NoAuthorDomain };
        if (author is not AuthorDomain.One { Domain: var domain }) return none;

        var lookup = new DmarcLookup(_resolver, Standard);
        IOrganizationFinder finder;
        DmarcPolicyDiscovery discovery;
        if (_suffixes is null)
        {
            var walk = new TreeWalk(lookup);
            finder = walk;
            discovery = await DmarcPolicyDiscovery.WalkAsync(domain, walk, cancellationToken);
        }
        else
        {
            var suffixes = new SuffixListFinder(_suffixes);
            finder = suffixes;
            discovery = await DmarcPolicyDiscovery.AskTwiceAsync(domain, lookup, suffixes, cancellationToken);
        }
        var found = none with { Discovery = discovery };
        if (discovery.Record is not { } record)
        {
            return discovery.Outcome switch
            {
                DiscoveryOutcome.Failed => found with { Verdict = DmarcVerdict.TempError, Reason = DmarcReason.RecordLookupFailed },
                DiscoveryOutcome.SeveralRecords => found with { Reason = DmarcReason.SeveralRecords },
                _ => found with { Reason = DmarcReason.NoRecord },
            };
        }
        if (record.Standing == DmarcStanding.Unusable) return found with { Reason = DmarcReason.UnusableRecord };

        var alignments = await AlignAsync(new Alignment(domain, discovery.Organization, finder), record, identifiers, cancellationToken);
        var isSubdomain = discovery.Outcome != DiscoveryOutcome.AtAuthorDomain;
        var existence = PolicyChoice.DependsOnExistence(record, isSubdomain) ? await ExistsAsync(domain, discovery, cancellationToken) : DomainExistence.NotAsked;
        var policy = PolicyChoice.Choose(record, isSubdomain, existence);
        return Conclude(found with { Alignments = alignments, Policy = policy });
    }

    private static async ValueTask<List<IdentifierAlignment>> AlignAsync(
        Alignment alignment, DmarcRecord record, IReadOnlyList<AuthenticatedIdentifier> identifiers, CancellationToken cancellationToken)
    {
        var alignments = new List<IdentifierAlignment>(identifiers.Count);
        foreach (var identifier in identifiers.OrderBy(identifier => identifier.Mechanism))
        {
            var mode = identifier.Mechanism == AuthenticationMechanism.Spf ? record.SpfAlignment : record.DkimAlignment;
            alignments.Add(await alignment.DecideAsync(identifier, mode, cancellationToken));
        }
        return alignments;
    }

    // A name below which _dmarc exists does exist itself; only NXDOMAIN says that one doesn't (RFC 8020).
    private async ValueTask<DomainExistence> ExistsAsync(DomainName domain, DmarcPolicyDiscovery discovery, CancellationToken cancellationToken)
    {
        if (discovery.Queries[0].Finding is not DmarcFinding.Absent { IsNameMissing: true }) return DomainExistence.Exists;
        return await _resolver.AskAsync(domain, DnsRecordType.A, cancellationToken) switch
        {
            DnsAnswer.NoSuchDomain => DomainExistence.Missing,
            DnsAnswer.Failed => DomainExistence.Unknown,
            _ => DomainExistence.Exists,
        };
    }

    // One aligned domain is enough. What a failed query would have said counts only when nothing else decides (RFC 9989, section 5.3.6).
    private static DmarcResult Conclude(DmarcResult result)
    {
        if (result.Alignments.Any(alignment => alignment.IsAligned)) return result with { Verdict = DmarcVerdict.Pass, Reason = DmarcReason.Aligned };
        if (result.Alignments.Any(alignment => alignment.Outcome == AlignmentOutcome.LookupFailed))
            return result with { Verdict = DmarcVerdict.TempError, Reason = DmarcReason.AlignmentLookupFailed };
        if (result.Alignments.Any(alignment => alignment.Outcome == AlignmentOutcome.WouldAlign))
            return result with { Verdict = DmarcVerdict.TempError, Reason = DmarcReason.AuthenticationFailed };
        if (result.Policy?.Existence == DomainExistence.Unknown)
            return result with { Verdict = DmarcVerdict.TempError, Reason = DmarcReason.ExistenceLookupFailed };
        var isAuthenticated = result.Alignments.Any(alignment => alignment.Identifier.IsPass);
        return result with { Verdict = DmarcVerdict.Fail, Reason = isAuthenticated ? DmarcReason.NotAligned : DmarcReason.NothingAuthenticated };
    }
}
