using Todoku.Authentication.MtaSts;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Routing.Destinations;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Tls;

/// <summary>
/// Decides what TLS a domain asks of each of its servers: DANE before MTA-STS, which must not override it (RFC 8461, section 2).
/// <code>
/// TLSA records of the server    MTA-STS of the domain           what is asked of the server
/// one of use                    whatever                        DANE
/// lookup failed                 whatever                        it is not used now (RFC 7672, section 2.1.2)
/// none, or none of use          enforce, names the server       a certificate that is verified for its name
/// none, or none of use          enforce, does not name it       it is not used (RFC 8461, section 5)
/// none of use                   none, testing                   TLS with any certificate (RFC 7672, section 2.2)
/// none                          none, testing                   TLS where it is offered; where the domain had it before, TLS (TlsMemory)
/// </code>
/// </summary>
/// <param name="dns">DNS.</param>
/// <param name="policies">Knows MTA-STS policies; null: there are none.</param>
public sealed class TlsPolicies(IDnsResolver dns, StsPolicies? policies)
{
    // How soon is looked again for what is not known yet.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly DaneLookup _dane = new(dns);

    /// <summary>Decides.</summary>
    internal async Task<TlsPlan> PlanAsync(DomainName domain, ServerLookupResult.Servers found)
    {
        var asking = policies?.FindAsync(domain);
        var dane = await Task.WhenAll(found.Candidates.Select(server => _dane.FindAsync(domain, found.IsSecure, server))).ConfigureAwait(false);
        var sts = asking is null ? default : await asking.ConfigureAwait(false);
        var enforced = sts.Policy is { Mode: "enforce" } policy ? policy : null;
        var life = sts.IsAwaited ? Soon : TimeSpan.MaxValue;
        var hosts = new HostTls[dane.Length];
        for (var i = 0; i < dane.Length; i++)
        {
            hosts[i] = Decide(domain, found.Candidates[i].Name, dane[i], enforced);
            var kept = dane[i] is DaneAnswer.Records records ? records.TimeToLive : dane[i] is DaneAnswer.Failed ? Soon : TimeSpan.MaxValue;
            if (kept < life) life = kept;
        }
        return new TlsPlan(hosts, life);
    }

    private static HostTls Decide(DomainName domain, DomainName server, DaneAnswer dane, MtaStsPolicy? enforced)
    {
        switch (dane)
        {
            case DaneAnswer.Records { Associations: var records, Names: var names } when records.Any(record => record.IsUsable):
                return new HostTls.Asked(new TlsRequirement.Dane(records, names), "DANE");
            case DaneAnswer.Failed failed:
                return new HostTls.Refused($"{failed.Detail}; without them it may not be used (RFC 7672)");
        }
        if (enforced is not null)
        {
            return enforced.Matches(server)
                ? new HostTls.Asked(new TlsRequirement.Verified([server]), "MTA-STS enforce")
                : new HostTls.Refused($"the MTA-STS policy of {domain} does not name {server} (RFC 8461)");
        }
        return dane is DaneAnswer.Records ? new HostTls.Asked(new TlsRequirement.Encrypted(), "DANE without a record of use") : HostTls.Opportunistic;
    }
}
