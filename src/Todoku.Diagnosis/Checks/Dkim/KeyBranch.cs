using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>
/// Whether there is any name below <c>_domainkey</c> of a domain, and so any DKIM key, as far as DNS tells without a selector (RFC 8020): where the name
/// does not exist, nothing is below it; where it exists without records, something is, unless the server answers so for every name.
/// </summary>
/// <param name="Kind">What DNS tells.</param>
/// <param name="Evidence">What it said.</param>
internal sealed record KeyBranch(KeyBranchKind Kind, IReadOnlyList<string> Evidence)
{
    private const string Label = "_domainkey";

    /// <summary>Looks at the From domain and, since a signature of it counts as well, at its organisational domain.</summary>
    public static async Task<KeyBranch> OfSenderAsync(CheckContext context, CancellationToken cancellationToken)
    {
        var domain = context.Subject.Domain;
        List<KeyBranch> branches = [await OfAsync(context, domain, cancellationToken).ConfigureAwait(false)];
        if (DomainName.TryParse(context.OrganizationalDomain(domain), out var organization) && !organization.Equals(domain))
            branches.Add(await OfAsync(context, organization, cancellationToken).ConfigureAwait(false));
        var kind = branches.Any(branch => branch.Kind == KeyBranchKind.HoldsNames) ? KeyBranchKind.HoldsNames
            : branches.All(branch => branch.Kind == KeyBranchKind.Absent) ? KeyBranchKind.Absent
            : KeyBranchKind.NotKnown;
        return new KeyBranch(kind, [.. branches.SelectMany(branch => branch.Evidence)]);
    }

    private static async Task<KeyBranch> OfAsync(CheckContext context, DomainName domain, CancellationToken cancellationToken)
    {
        if (!domain.TryPrepend(Label, out var name)) return new KeyBranch(KeyBranchKind.NotKnown, []);
        var answer = await context.Dns.AskAsync(name, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(name, DnsRecordType.TXT, answer);
        if (answer is DnsAnswer.NoSuchDomain)
        {
            // Of a domain that does not exist itself, other points tell.
            var own = await context.Dns.AskAsync(domain, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
            return new KeyBranch(own is DnsAnswer.Found or DnsAnswer.NoData ? KeyBranchKind.Absent : KeyBranchKind.NotKnown, evidence);
        }
        // A wildcard, or a server that knows no other answer than "no data", speaks alike of a name that nobody made.
        var probe = await DkimWildcard.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        return answer is DnsAnswer.NoData && probe.IsNoSuchName
            ? new KeyBranch(KeyBranchKind.HoldsNames, [.. evidence, .. probe.Evidence])
            : new KeyBranch(KeyBranchKind.NotKnown, evidence);
    }
}
