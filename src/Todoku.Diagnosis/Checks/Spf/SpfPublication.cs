using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>What a domain publishes for SPF.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Kind">Whether there is a record.</param>
/// <param name="Records">The SPF records, as many as there are.</param>
/// <param name="Evidence">What DNS said: the SPF records alone when there are any.</param>
public sealed record SpfPublication(DomainName Domain, SpfPublicationKind Kind, IReadOnlyList<SpfRecord> Records, IReadOnlyList<string> Evidence)
{
    private const int MaxShown = 1000;

    /// <summary>The record, when there is exactly one.</summary>
    public SpfRecord? Only => Records is [var record] ? record : null;

    /// <summary>What the domains that SPF may be asked of publish, the one that counts most first.</summary>
    public static async Task<IReadOnlyList<SpfPublication>> OfSenderAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publications = new List<SpfPublication>();
        foreach (var domain in DomainsOf(context)) publications.Add(await OfAsync(context, domain, cancellationToken).ConfigureAwait(false));
        return publications;
    }

    /// <summary>
    /// The domains whose SPF counts for a sender. Receivers ask the Return-Path's; one that is of another organisation than the From address
    /// proves nothing for it, so that there the From domain comes first: the Return-Path is what has to change.
    /// </summary>
    public static IReadOnlyList<DomainName> DomainsOf(CheckContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var domain = context.Subject.Domain;
        if (context.Subject.ReturnPathDomain is not { } sender || sender.Equals(domain)) return [domain];
        return context.AreOfOneOrganization(sender, domain) ? [sender, domain] : [domain, sender];
    }

    /// <summary>Whether a domain is the sender's own, so that its records are the sender's to change.</summary>
    public static bool IsOwn(CheckContext context, DomainName domain)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.AreOfOneOrganization(domain, context.Subject.Domain);
    }

    /// <summary>What a domain publishes; asked once in a run.</summary>
    public static Task<SpfPublication> OfAsync(CheckContext context, DomainName domain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.FactAsync((nameof(SpfPublication), domain), () => FindAsync(context.Dns, domain, cancellationToken));
    }

    private static async Task<SpfPublication> FindAsync(IDnsResolver dns, DomainName domain, CancellationToken cancellationToken)
    {
        var answer = await dns.AskAsync(domain, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(domain, DnsRecordType.TXT, answer);
        switch (answer)
        {
            case DnsAnswer.Failed: return new SpfPublication(domain, SpfPublicationKind.NotKnown, [], evidence);
            case DnsAnswer.NoSuchDomain: return new SpfPublication(domain, SpfPublicationKind.NoSuchDomain, [], evidence);
            case DnsAnswer.Found found:
                DnsRecord.Text[] texts = [.. found.Records.OfType<DnsRecord.Text>().Where(text => SpfRecord.IsSpf(text.Value.Span))];
                if (texts.Length == 0) break;
                SpfRecord[] records = [.. texts.Select(text => SpfRecord.Parse(text.Value.Span))];
                return new SpfPublication(domain, texts.Length == 1 ? SpfPublicationKind.One : SpfPublicationKind.Several, records,
                    [.. texts.Select(text => $"{domain} TXT {RecordText.Of(text, MaxShown)}")]);
        }
        return new SpfPublication(domain, SpfPublicationKind.None, [], evidence);
    }
}
