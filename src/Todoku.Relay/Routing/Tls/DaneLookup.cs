using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Routing.Destinations;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Tls;

/// <summary>
/// Asks for the TLSA records of servers (RFC 7672, section 2.2). Only where a resolver on this machine vouches for the MX records and for all addresses of the
/// server: elsewhere the records would prove nothing, and name servers that fail for them would stop mail for no gain (section 2.2.2).
/// <code>
/// TLSA answer                                    what follows
/// records, verified                              DANE
/// records, not verified; none; no such name      no DANE, when a resolver on this machine says so: it had refused an answer that was tampered with
/// the same from a resolver elsewhere             failure
/// SERVFAIL, no answer                            failure: the server is not used (section 2.1.2)
/// </code>
/// </summary>
internal sealed class DaneLookup(IDnsResolver dns)
{
    private const string Prefix = "_25._tcp";

    /// <summary>Asks.</summary>
    /// <param name="domain">The recipients' domain.</param>
    /// <param name="isSecure">Whether DNSSEC vouches for the MX records.</param>
    /// <param name="server">The server.</param>
    public async Task<DaneAnswer> FindAsync(DomainName domain, bool isSecure, ServerCandidate server)
    {
        if (!isSecure || !server.Addresses.IsSecure) return DaneAnswer.None.Plain;
        var canonical = server.Addresses.Canonical;
        // The name behind the aliases comes first (RFC 7672, section 2.2.3).
        if (!canonical.Equals(server.Name) && await AskAsync(canonical, [canonical, server.Name, domain]).ConfigureAwait(false) is var answer and not DaneAnswer.None) return answer;
        return await AskAsync(server.Name, [server.Name, domain]).ConfigureAwait(false);
    }

    private async Task<DaneAnswer> AskAsync(DomainName host, DomainName[] names)
    {
        if (!host.TryPrepend(Prefix, out var name)) return DaneAnswer.None.Plain;
        var answer = await dns.AskAsync(name, DnsRecordType.TLSA, CancellationToken.None).ConfigureAwait(false);
        return answer switch
        {
            DnsAnswer.Failed failed => new DaneAnswer.Failed($"the TLSA records of {host} can't be looked up ({FailureText.Of(failed.Failure)})"),
            _ when !LoopbackAnswer.IsFromHere(answer) => new DaneAnswer.Failed($"the TLSA records of {host} came from a resolver on another machine ({answer.AnsweredBy})"),
            DnsAnswer.Found { IsAuthenticated: true } found when AssociationsOf(found) is { Count: > 0 } records => new DaneAnswer.Records(records, [.. names.Distinct()], found.TimeToLive),
            _ => DaneAnswer.None.Plain,
        };
    }

    private static List<TlsaAssociation> AssociationsOf(DnsAnswer.Found found) =>
        [.. found.Records.OfType<DnsRecord.TlsAssociation>().Select(one => new TlsaAssociation(one.Usage, one.Selector, one.MatchingType, one.Data))];
}
