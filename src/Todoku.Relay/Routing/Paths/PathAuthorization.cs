using System.Collections.Concurrent;
using System.Net;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Routing.Paths;

/// <summary>
/// Decides whether a path may carry the mail of a sender domain: it bears a DKIM signature aligned with the author (DMARC's relaxed alignment), or each known
/// address of the path passes SPF for the domain of the envelope sender. Mail that has neither would fail DMARC at the other end, and teach the provider to
/// distrust the domain. Answers are kept for a time; of one domain and path DNS is asked once at a time.
/// </summary>
/// <remarks>
/// <code>
/// the message                                                    decided                 kept for
/// signed by the author's domain, or one of its organisation      may                     not kept: told without DNS
/// the null sender, by a smart host                               may                     not kept
/// the null sender, direct: EHLO name with SPF that passes/none   may                     1 h
/// SPF pass for every known address of the path                   may                     1 h
/// SPF anything else                                              may not; the record     15 min
/// no address of the path is known                                may not                 15 min
/// DNS failed                                                     may not now             1 min
/// </code>
/// </remarks>
/// <param name="dns">DNS.</param>
/// <param name="spf">Evaluates SPF.</param>
/// <param name="organizations">Knows which domains are one organisation's.</param>
/// <param name="clock">The time.</param>
/// <param name="observer">Is told of paths that a domain does not authorize.</param>
public sealed class PathAuthorization(IDnsResolver dns, SpfEvaluator spf, IOrganizationFinder organizations, SteadyClock clock, IPathObserver observer)
{
    /// <summary>The most answers that are kept.</summary>
    public const int MaxKept = 20_000;

    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan BadFor = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan UnknownFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Domain, string Path), Kept> _kept = new();
    private readonly ConcurrentDictionary<(string Domain, string Path), Task<Kept>> _asking = new();

    /// <summary>Domains that a path is not used for, as far as it was asked lately.</summary>
    public IReadOnlyList<PathAuthorizationFinding> Missing => [.. _kept.Values.Where(one => !one.Finding.IsAuthorized && one.Until > clock.Now).Select(one => one.Finding)];

    /// <summary>Decides, by what is remembered and else by DNS.</summary>
    /// <returns>The finding, and until when it holds.</returns>
    public async ValueTask<(PathAuthorizationFinding Finding, DateTimeOffset Until)> CheckAsync(RelayPath path, PathRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.Now;
        if (await AlignedSignatureAsync(request, cancellation).ConfigureAwait(false) is { } signing) return (new PathAuthorizationFinding.Signed(path.Name, request.SenderDomain, signing), now + GoodFor);
        if (request.SenderDomain is null && path is RelayPath.SmartHost) return (new PathAuthorizationFinding.NobodysSender(path.Name), now + GoodFor);
        var key = (request.SenderDomain?.ToString() ?? "", path.Name);
        if (_kept.TryGetValue(key, out var kept) && kept.Until > now) return (kept.Finding, kept.Until);
        var asking = _asking.GetOrAdd(key, static (key, state) => state.Self.AskOnceAsync(key, state.Path, state.Sender), (Self: this, Path: path, Sender: request.SenderDomain));
        var known = await asking.WaitAsync(cancellation).ConfigureAwait(false);
        return (known.Finding, known.Until);
    }

    private async ValueTask<string?> AlignedSignatureAsync(PathRequest request, CancellationToken cancellation)
    {
        if (request.AuthorDomain is not { } author) return null;
        DomainName? organization = null;
        foreach (var text in request.SigningDomains)
        {
            if (!DomainName.TryParse(text, out var domain)) continue;
            if (domain.Equals(author)) return text;
            organization ??= (await organizations.FindAsync(author, cancellation).ConfigureAwait(false)).Domain;
            if (organization is null || !domain.IsWithin(organization)) continue;
            if ((await organizations.FindAsync(domain, cancellation).ConfigureAwait(false)).Domain is { } other && other.Equals(organization)) return text;
        }
        return null;
    }

    private async Task<Kept> AskOnceAsync((string Domain, string Path) key, RelayPath path, DomainName? sender)
    {
        await Task.Yield();
        try
        {
            var finding = await AskAsync(path, sender).ConfigureAwait(false);
            var kept = new Kept(finding, clock.Now + (finding.IsAuthorized ? GoodFor : finding is PathAuthorizationFinding.NotKnown ? UnknownFor : BadFor));
            if (_kept.Count >= MaxKept) Forget();
            _kept[key] = kept;
            if (!finding.IsAuthorized) observer.Skipped(finding);
            return kept;
        }
        finally
        {
            _asking.TryRemove(key, out _);
        }
    }

    private async Task<PathAuthorizationFinding> AskAsync(RelayPath path, DomainName? sender)
    {
        var helo = path is RelayPath.Direct direct ? direct.HelloName : path is RelayPath.SmartHost host ? host.HelloName : "";
        // The null sender stands for postmaster at the EHLO name (RFC 7208, section 2.4).
        if ((sender ?? (DomainName.TryParse(helo, out var name) ? name : null)) is not { } domain) return new PathAuthorizationFinding.AddressUnknown(path.Name, sender);
        var records = await RecordsAsync(domain).ConfigureAwait(false);
        if (records is null) return new PathAuthorizationFinding.NotKnown(path.Name, sender, domain);
        if (sender is null && records.Count == 0) return new PathAuthorizationFinding.Listed(path.Name, sender, domain.ToString());
        var addresses = AddressesOf(path);
        var include = (path as RelayPath.SmartHost)?.SpfName;
        if (addresses.Count == 0 && include is not null)
        {
            if (records is [{ } only] && Includes(only, include)) return new PathAuthorizationFinding.Listed(path.Name, sender, domain.ToString());
            if (await SampleAsync(include, 0).ConfigureAwait(false) is { } sample) addresses = [sample];
            else return new PathAuthorizationFinding.RecordMissing(path.Name, sender, domain, null, SpfVerdict.None, Compose(records, [], include));
        }
        if (addresses.Count == 0) return new PathAuthorizationFinding.AddressUnknown(path.Name, sender);
        foreach (var address in addresses)
        {
            var result = await spf.EvaluateAsync(new SpfRequest { Ip = address, Sender = sender is null ? "" : $"postmaster@{domain}", Helo = helo }, dns, CancellationToken.None).ConfigureAwait(false);
            if (result.Verdict == SpfVerdict.Pass) continue;
            if (result.Verdict == SpfVerdict.TempError) return new PathAuthorizationFinding.NotKnown(path.Name, sender, domain);
            return new PathAuthorizationFinding.RecordMissing(path.Name, sender, domain, include is null ? address : null, result.Verdict, Compose(records, addresses, include));
        }
        return new PathAuthorizationFinding.Listed(path.Name, sender, domain.ToString());
    }

    private static IReadOnlyList<IPAddress> AddressesOf(RelayPath path) => path switch
    {
        RelayPath.Direct { SendingAddresses: { Count: > 0 } seen } => seen,
        RelayPath.Direct direct => [.. new[] { direct.UsesIPv4 ? direct.SourceIPv4 : null, direct.UsesIPv6 ? direct.SourceIPv6 : null }.OfType<IPAddress>()],
        RelayPath.SmartHost host => host.SendingAddresses,
        _ => [],
    };

    private static string Compose(IReadOnlyList<SpfRecord> records, IReadOnlyList<IPAddress> addresses, DomainName? include) =>
        include is null ? SpfComposer.Compose(records, addresses) : SpfComposer.Compose([.. records, SpfRecord.Parse($"v=spf1 include:{include}")], []);

    private static bool Includes(SpfRecord record, DomainName name) =>
        record.IsValid && record.Mechanisms.OfType<SpfTerm.Include>().Any(one => one.Qualifier == SpfQualifier.Pass && name.Equals(one.Domain.Name));

    // One address that the smart host's own record names: whoever authorizes the smart host authorizes it.
    private async Task<IPAddress?> SampleAsync(DomainName name, int depth)
    {
        if (depth > SpfLimits.Lookups || await RecordsAsync(name).ConfigureAwait(false) is not [{ } record]) return null;
        foreach (var term in record.Mechanisms.OfType<SpfTerm.Ip>().Where(term => term.Qualifier == SpfQualifier.Pass))
            if (IPAddress.TryParse(term.Network.ToString().Split('/')[0], out var address)) return address;
        var next = record.Mechanisms.OfType<SpfTerm.Include>().FirstOrDefault(term => term.Qualifier == SpfQualifier.Pass)?.Domain.Name ?? record.Redirect?.Domain.Name;
        return next is null ? null : await SampleAsync(next, depth + 1).ConfigureAwait(false);
    }

    // Null when DNS failed.
    private async Task<IReadOnlyList<SpfRecord>?> RecordsAsync(DomainName domain) => await dns.AskAsync(domain, DnsRecordType.TXT, CancellationToken.None).ConfigureAwait(false) switch
    {
        DnsAnswer.Found found => [.. found.Records.OfType<DnsRecord.Text>().Where(text => SpfRecord.IsSpf(text.Value.Span)).Select(text => SpfRecord.Parse(text.Value.Span))],
        DnsAnswer.Failed => null,
        _ => [],
    };

    private void Forget()
    {
        var now = clock.Now;
        foreach (var (key, kept) in _kept)
            if (kept.Until <= now) _kept.TryRemove(key, out _);
        if (_kept.Count >= MaxKept) _kept.Clear();
    }

    private sealed record Kept(PathAuthorizationFinding Finding, DateTimeOffset Until);
}
