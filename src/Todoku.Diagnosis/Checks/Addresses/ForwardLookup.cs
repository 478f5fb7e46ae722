using System.Net;
using System.Net.Sockets;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>The addresses of one family that a name leads to.</summary>
/// <param name="Kind">Whether there are any.</param>
/// <param name="Addresses">The addresses.</param>
/// <param name="Aliases">The names that CNAMEs led over.</param>
/// <param name="Evidence">What DNS said.</param>
public sealed record ForwardLookup(ForwardLookupKind Kind, IReadOnlyList<IPAddress> Addresses, IReadOnlyList<DomainName> Aliases, IReadOnlyList<string> Evidence)
{
    /// <summary>Looks up the addresses of the family that <paramref name="like"/> is of.</summary>
    public static Task<ForwardLookup> OfAsync(CheckContext context, DomainName name, IPAddress like, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(like);
        return OfAsync(context, name, like.AddressFamily == AddressFamily.InterNetworkV6 ? DnsRecordType.AAAA : DnsRecordType.A, cancellationToken);
    }

    /// <summary>Looks up A or AAAA records, once in a run.</summary>
    public static Task<ForwardLookup> OfAsync(CheckContext context, DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.FactAsync((nameof(ForwardLookup), name, type), () => FindAsync(context.Dns, name, type, cancellationToken));
    }

    /// <summary>Looks up both families.</summary>
    public static async Task<ForwardLookup> OfBothAsync(CheckContext context, DomainName name, CancellationToken cancellationToken)
    {
        var old = await OfAsync(context, name, DnsRecordType.A, cancellationToken).ConfigureAwait(false);
        var both = await OfAsync(context, name, DnsRecordType.AAAA, cancellationToken).ConfigureAwait(false);
        var kind = old.Kind == ForwardLookupKind.Found || both.Kind == ForwardLookupKind.Found ? ForwardLookupKind.Found
            : old.Kind == ForwardLookupKind.NotKnown || both.Kind == ForwardLookupKind.NotKnown ? ForwardLookupKind.NotKnown
            : old.Kind;
        return new ForwardLookup(kind, [.. old.Addresses, .. both.Addresses], old.Aliases.Count > 0 ? old.Aliases : both.Aliases, [.. old.Evidence, .. both.Evidence]);
    }

    private static async Task<ForwardLookup> FindAsync(IDnsResolver dns, DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        var answer = await dns.AskAsync(name, type, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(name, type, answer);
        return answer switch
        {
            DnsAnswer.Found found =>
                new ForwardLookup(ForwardLookupKind.Found, [.. found.Records.OfType<DnsRecord.Address>().Select(record => record.Value)], found.Aliases, evidence),
            DnsAnswer.NoData => new ForwardLookup(ForwardLookupKind.None, [], [], evidence),
            DnsAnswer.NoSuchDomain => new ForwardLookup(ForwardLookupKind.NoSuchName, [], [], evidence),
            _ => new ForwardLookup(ForwardLookupKind.NotKnown, [], [], evidence),
        };
    }
}
