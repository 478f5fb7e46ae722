using Todoku.Authentication.Signatures;
using Todoku.Authentication.Spf;
using Todoku.Diagnosis.Checks.Dkim;
using Todoku.Diagnosis.Checks.Receiving;
using Todoku.Diagnosis.Checks.Spf;
using Todoku.Knowledge.Signers;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Selectors;

/// <summary>
/// Tells from DNS who may sign a domain's mail. Selectors can't be listed, but a domain whose MX or SPF names a mail service mostly has that service's
/// keys at names that are known. Such a key counts as one in use when it is there; when it is not, that says nothing.
/// </summary>
public static class DnsSelectors
{
    // An include of the domain's own that includes the service's; deeper ones are not worth the questions.
    private const int MaxDepth = 2;
    private const int MaxIncludes = 10;

    /// <summary>The services that the domain's MX or SPF names, in the order in which knowledge has them; asked once in a run.</summary>
    public static Task<IReadOnlyList<Signer>> ServicesAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.FactAsync<IReadOnlyList<Signer>>(nameof(DnsSelectors), () => FindServicesAsync(context, cancellationToken));
    }

    /// <summary>The selectors of those services under which a key is published.</summary>
    public static async Task<IReadOnlyList<SelectorHint>> FindAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var domain = context.Subject.Domain;
        var services = await ServicesAsync(context, cancellationToken).ConfigureAwait(false);
        var hints = services.SelectMany(service => service.Selectors.Select(selector => new SelectorHint(selector, domain, SelectorOrigin.Dns) { Service = service.Name }))
            .DistinctBy(hint => hint.Selector);
        var publications = await Task.WhenAll(hints.Select(hint => DkimPublication.OfAsync(context, hint, cancellationToken))).ConfigureAwait(false);
        // A revoked key is one that was given up; one that can't be read is a fault worth telling.
        return [.. publications.Where(one => one is { Kind: DkimPublicationKind.Found, Record.Problem: not SignatureReason.KeyRevoked } && LooksLikeKey(one)).Select(one => one.Hint)];
    }

    private static async Task<IReadOnlyList<Signer>> FindServicesAsync(CheckContext context, CancellationToken cancellationToken)
    {
        var reception = await MailReception.OfAsync(context, context.Subject.Domain, cancellationToken).ConfigureAwait(false);
        List<DomainName> includes = [];
        foreach (var domain in SpfPublication.DomainsOf(context).Where(domain => SpfPublication.IsOwn(context, domain)))
            await AddIncludesAsync(context, domain, includes, 0, cancellationToken).ConfigureAwait(false);
        var servers = reception.Kind == MailReceptionKind.Servers ? reception.Servers : [];
        return [.. context.Knowledge.Signers.Where(signer => IsNamed(signer.MxDomains, servers) || IsNamed(signer.SpfDomains, includes))];
    }

    private static async Task AddIncludesAsync(CheckContext context, DomainName domain, List<DomainName> includes, int depth, CancellationToken cancellationToken)
    {
        var publication = await SpfPublication.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        if (publication.Only is not { } record) return;
        var names = record.Mechanisms.OfType<SpfTerm.Include>().Select(term => term.Domain.Name).Append(record.Redirect?.Domain.Name);
        foreach (var name in names.OfType<DomainName>().Take(MaxIncludes))
        {
            if (includes.Count >= MaxIncludes || includes.Contains(name)) continue;
            includes.Add(name);
            if (depth < MaxDepth && SpfPublication.IsOwn(context, name)) await AddIncludesAsync(context, name, includes, depth + 1, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsNamed(IReadOnlyList<string> domains, IReadOnlyList<DomainName> names) =>
        domains.Any(text => DomainName.TryParse(text, out var domain) && names.Any(name => name.IsWithin(domain)));

    // Another kind of record may stand there by chance.
    private static bool LooksLikeKey(DkimPublication publication) => publication.Texts.Any(text => text.Value.Span.IndexOf("p="u8) >= 0);
}
