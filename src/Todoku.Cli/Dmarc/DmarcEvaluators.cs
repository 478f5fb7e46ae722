using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Dns;
using Todoku.Knowledge;

namespace Todoku.Cli.Dmarc;

/// <summary>Makes evaluators for a standard; the public suffix list is loaded only when RFC 7489 needs it.</summary>
internal static class DmarcEvaluators
{
    private static readonly Lazy<Mail.PublicSuffixList> Suffixes = new(() => KnowledgeBase.LoadEmbedded().PublicSuffixes);

    /// <summary>The list for RFC 7489; null for RFC 9989, which needs none.</summary>
    public static Mail.PublicSuffixList? SuffixesFor(DmarcStandard standard) => standard == DmarcStandard.Rfc7489 ? Suffixes.Value : null;

    /// <summary>Makes what evaluates.</summary>
    public static DmarcEvaluator For(DmarcStandard standard, IDnsResolver resolver) =>
        standard == DmarcStandard.Rfc7489 ? new DmarcEvaluator(resolver, Suffixes.Value) : new DmarcEvaluator(resolver);

    /// <summary>Makes what finds organisational domains.</summary>
    public static IOrganizationFinder FinderFor(DmarcStandard standard, IDnsResolver resolver) =>
        standard == DmarcStandard.Rfc7489 ? new SuffixListFinder(Suffixes.Value) : new TreeWalk(new DmarcLookup(resolver, standard));
}
