using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Receiving;

/// <summary>Where mail for a domain goes to.</summary>
/// <param name="Kind">How it receives.</param>
/// <param name="Servers">The hosts, most preferred first; the domain itself without an MX.</param>
/// <param name="Evidence">What DNS said.</param>
public sealed record MailReception(MailReceptionKind Kind, IReadOnlyList<DomainName> Servers, IReadOnlyList<string> Evidence)
{
    private static readonly DnsRecordType[] AddressTypes = [DnsRecordType.A, DnsRecordType.AAAA];

    /// <summary>Finds it out, once in a run for each domain.</summary>
    public static Task<MailReception> OfAsync(CheckContext context, DomainName domain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.FactAsync((nameof(MailReception), domain), () => FindAsync(context.Dns, domain, cancellationToken));
    }

    private static async Task<MailReception> FindAsync(IDnsResolver dns, DomainName domain, CancellationToken cancellationToken)
    {
        var answer = await dns.AskAsync(domain, DnsRecordType.MX, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(domain, DnsRecordType.MX, answer);
        switch (answer)
        {
            case DnsAnswer.Found found:
                var exchangers = found.Records.OfType<DnsRecord.MailExchanger>().OrderBy(mx => mx.Preference).Select(mx => mx.Host).ToList();
                return exchangers is [{ IsRoot: true }]
                    ? new MailReception(MailReceptionKind.NullMx, [], evidence)
                    : new MailReception(MailReceptionKind.Servers, [.. exchangers.Where(host => !host.IsRoot)], evidence);
            case DnsAnswer.NoSuchDomain: return new MailReception(MailReceptionKind.NoSuchDomain, [], evidence);
            case DnsAnswer.NoData: return await ByAddressAsync(dns, domain, evidence, cancellationToken).ConfigureAwait(false);
            default: return new MailReception(MailReceptionKind.NotKnown, [], evidence);
        }
    }

    private static async Task<MailReception> ByAddressAsync(IDnsResolver dns, DomainName domain, IReadOnlyList<string> before, CancellationToken cancellationToken)
    {
        List<string> evidence = [.. before];
        var isKnown = true;
        foreach (var type in AddressTypes)
        {
            var answer = await dns.AskAsync(domain, type, cancellationToken).ConfigureAwait(false);
            evidence.AddRange(DnsEvidence.Of(domain, type, answer));
            if (answer is DnsAnswer.Found) return new MailReception(MailReceptionKind.AddressOnly, [domain], evidence);
            isKnown &= answer is not DnsAnswer.Failed;
        }
        return new MailReception(isKnown ? MailReceptionKind.Nothing : MailReceptionKind.NotKnown, [], evidence);
    }
}
