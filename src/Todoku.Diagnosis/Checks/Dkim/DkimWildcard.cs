using System.Security.Cryptography;
using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>What DNS says of a name below <c>_domainkey</c> that nobody made: a wildcard answers for it, nothing does, or the server fails.</summary>
/// <param name="Texts">The TXT records of the wildcard; none: there is no wildcard, or it isn't known.</param>
/// <param name="Failure">Why there was no answer; null when there was one.</param>
/// <param name="Evidence">What DNS said.</param>
internal sealed record DkimWildcard(IReadOnlyList<DnsRecord.Text> Texts, DnsFailure? Failure, IReadOnlyList<string> Evidence)
{
    private const int HashOctets = 6;

    /// <summary>Whether DNS says that there is no such name, so that it answers otherwise for names that there are.</summary>
    public bool IsNoSuchName { get; init; }

    /// <summary>Asks, once in a run for each domain.</summary>
    public static Task<DkimWildcard> OfAsync(CheckContext context, DomainName domain, CancellationToken cancellationToken) =>
        context.FactAsync((nameof(DkimWildcard), domain), () => FindAsync(context, domain, cancellationToken));

    /// <summary>Whether records are no others than those of the wildcard.</summary>
    public bool Covers(IReadOnlyList<DnsRecord.Text> texts) =>
        Texts.Count > 0 && texts.Count == Texts.Count && texts.All(text => Texts.Any(known => known.Value.Span.SequenceEqual(text.Value.Span)));

    // The same name each time, so that resolvers keep the answer.
    private static async Task<DkimWildcard> FindAsync(CheckContext context, DomainName domain, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(domain.ToString())).AsSpan(0, HashOctets));
        if (DkimPublication.NameOf($"todoku-probe-{hash}", domain) is not { } name) return new DkimWildcard([], null, []);
        var answer = await context.Dns.AskAsync(name, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(name, DnsRecordType.TXT, answer);
        return answer switch
        {
            DnsAnswer.Found found => new DkimWildcard([.. found.Records.OfType<DnsRecord.Text>().Take(DkimPublication.MaxRecords)], null, evidence),
            DnsAnswer.Failed failed => new DkimWildcard([], failed.Failure, evidence),
            _ => new DkimWildcard([], null, evidence) { IsNoSuchName = answer is DnsAnswer.NoSuchDomain },
        };
    }
}
