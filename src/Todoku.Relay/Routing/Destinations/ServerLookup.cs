using System.Net;
using System.Net.Sockets;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Routing.Tls;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>
/// Asks DNS for the servers of a domain (RFC 5321, section 5.1).
/// <code>
/// MX answer                                      servers
/// records                                        by preference; those no better than the relay itself are left out, or mail would go in a circle
/// one record that names the root                 none: the domain takes no mail (RFC 7505)
/// no record of this type                         the domain itself, by its addresses
/// NXDOMAIN                                       none: there is no such domain
/// SERVFAIL, no answer, an answer of no use       not known now
/// </code>
/// A server that no address is known of is left out; when that leaves none, or only the relay itself, the mail waits: its domain is broken, which passes.
/// A server's name that is an alias is followed, though RFC 2181 (section 10.3) forbids it: mail gets there.
/// </summary>
internal sealed class ServerLookup(IDnsResolver dns, DestinationOptions options)
{
    // How long a failure is believed: DNS that answers again must not be waited for.
    private static readonly TimeSpan Failed = TimeSpan.FromSeconds(30);

    // How long a broken domain is believed to be broken, whatever its records allow.
    private static readonly TimeSpan Broken = TimeSpan.FromMinutes(5);

    public async Task<ServerLookupResult> FindAsync(DomainName domain)
    {
        var answer = await dns.AskAsync(domain, DnsRecordType.MX, CancellationToken.None).ConfigureAwait(false);
        return answer switch
        {
            DnsAnswer.Found found => await OfExchangersAsync(domain, found).ConfigureAwait(false),
            DnsAnswer.NoData none => await OfAddressesAsync(domain, none).ConfigureAwait(false),
            DnsAnswer.NoSuchDomain none => Nowhere(new Destination.NoSuchDomain($"the domain {domain} does not exist (NXDOMAIN)"), none.TimeToLive),
            DnsAnswer.Failed failed => Nowhere(new Destination.NotKnown($"DNS did not tell the mail servers of {domain} ({FailureText.Of(failed.Failure)})"), Failed),
            _ => throw new InvalidOperationException("An unknown answer of DNS."),
        };
    }

    private async Task<ServerLookupResult> OfExchangersAsync(DomainName domain, DnsAnswer.Found found)
    {
        var records = found.Records.OfType<DnsRecord.MailExchanger>().OrderBy(one => one.Preference).DistinctBy(one => one.Host).ToList();
        if (records.TrueForAll(one => one.Host.IsRoot)) return Nowhere(new Destination.TakesNoMail(), found.TimeToLive);
        // A null MX beside others is a mistake of the domain's, and says nothing (RFC 7505, section 3).
        var named = records.Where(one => !one.Host.IsRoot).ToList();
        var own = named.Find(one => options.IsOwn(one.Host));
        var better = named.Where(one => own is null || one.Preference < own.Preference).Take(options.Servers).ToArray();
        var hosts = await Task.WhenAll(better.Select(one => AddressesAsync(one.Host))).ConfigureAwait(false);
        var all = better.Zip(hosts, (one, addresses) => new ServerCandidate(one.Host, one.Preference, addresses)).ToList();
        var here = all.Find(one => one.Addresses.AreOwn);
        if (here is not null) all.RemoveAll(one => one.Preference >= here.Preference);
        if (all.Count == 0) return Loop(domain, here?.Name ?? own?.Host ?? domain);
        var life = all.Select(one => one.Addresses.TimeToLive).Prepend(found.TimeToLive).Min();
        return Chosen(domain, all, life, LoopbackAnswer.IsSecure(found));
    }

    private ServerLookupResult Chosen(DomainName domain, List<ServerCandidate> all, TimeSpan life, bool isSecure)
    {
        var usable = new List<ServerCandidate>();
        var left = options.AllAddresses;
        foreach (var one in all.Where(one => one.Addresses.Usable.Count > 0))
        {
            if (left <= 0) break;
            var addresses = one.Addresses.Usable.Take(left).ToArray();
            left -= addresses.Length;
            usable.Add(one with { Addresses = one.Addresses with { Usable = addresses } });
        }
        var failed = all.Find(one => one.Addresses.Failure is not null);
        if (usable.Count > 0) return new ServerLookupResult.Servers(usable, [.. all.Select(one => one.Name)], true, isSecure) { TimeToLive = failed is null ? life : Failed };
        var names = string.Join(", ", all.Take(3).Select(one => one.Name));
        return failed is { Addresses.Failure: { } failure }
            ? Nowhere(new Destination.NotKnown($"DNS did not tell the addresses of the mail servers of {domain} ({failed.Name}: {FailureText.Of(failure)})"), Failed)
            : Nowhere(new Destination.NotKnown($"none of the mail servers of {domain} has an address that can be used ({names})"), life < Broken ? life : Broken);
    }

    // The implicit MX (RFC 5321, section 5.1).
    private async Task<ServerLookupResult> OfAddressesAsync(DomainName domain, DnsAnswer.NoData none)
    {
        if (options.IsOwn(domain)) return Loop(domain, domain);
        var addresses = await AddressesAsync(domain).ConfigureAwait(false);
        if (addresses.AreOwn) return Loop(domain, domain);
        if (addresses.Usable.Count > 0)
        {
            // That there is no MX record can't be seen to be verified; a resolver here that verifies would not have said so of a signed domain with one.
            var isSecure = LoopbackAnswer.IsFromHere(none);
            return new ServerLookupResult.Servers([new ServerCandidate(domain, 0, addresses)], [domain], false, isSecure) { TimeToLive = addresses.Failure is null ? addresses.TimeToLive : Failed };
        }
        return addresses.Failure is { } failure
            ? Nowhere(new Destination.NotKnown($"DNS did not tell the addresses of {domain} ({FailureText.Of(failure)})"), Failed)
            : Nowhere(new Destination.NoSuchDomain($"the domain {domain} has neither a mail server (MX) nor an address that can be used"), none.TimeToLive < Broken ? none.TimeToLive : Broken);
    }

    private async Task<HostAddresses> AddressesAsync(DomainName host)
    {
        var asking = dns.AskAsync(host, DnsRecordType.AAAA, CancellationToken.None).AsTask();
        var four = await dns.AskAsync(host, DnsRecordType.A, CancellationToken.None).ConfigureAwait(false);
        DnsAnswer[] answers = [await asking.ConfigureAwait(false), four];
        var found = answers.OfType<DnsAnswer.Found>().ToArray();
        var all = found.SelectMany(one => one.Records.OfType<DnsRecord.Address>()).Select(one => Plain(one.Value)).Distinct().ToArray();
        var failure = answers.OfType<DnsAnswer.Failed>().FirstOrDefault();
        var isSecure = found.Length > 0 && Array.TrueForAll(found, LoopbackAnswer.IsSecure);
        var canonical = found.FirstOrDefault(one => one.Aliases.Count > 0)?.Aliases[^1] ?? host;
        return new HostAddresses(InTurn(all), isSecure, canonical, failure?.Failure, LifeOf(answers))
        {
            AreOwn = all.Any(options.IsOwn),
        };
    }

    private static TimeSpan LifeOf(DnsAnswer[] answers) => answers.Min(answer => answer switch
    {
        DnsAnswer.Found found => found.TimeToLive,
        // That there is no AAAA record is the rule, and its time says nothing of the addresses there are.
        _ => TimeSpan.MaxValue,
    });

    // Where one family leads nowhere, the other comes soon: an attempt tries only so many addresses.
    private List<IPAddress> InTurn(IPAddress[] all)
    {
        var six = all.Where(one => one.AddressFamily == AddressFamily.InterNetworkV6 && options.IsUsable(one)).Take(options.Addresses).ToArray();
        var four = all.Where(one => one.AddressFamily == AddressFamily.InterNetwork && options.IsUsable(one)).Take(options.Addresses).ToArray();
        var turn = new List<IPAddress>(six.Length + four.Length);
        for (var i = 0; i < Math.Max(six.Length, four.Length); i++)
        {
            if (i < six.Length) turn.Add(six[i]);
            if (i < four.Length) turn.Add(four[i]);
        }
        return turn;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static ServerLookupResult.Nowhere Loop(DomainName domain, DomainName server) =>
        Nowhere(new Destination.NotKnown($"the mail of {domain} would loop back to this relay: {server} is its own name or address (local-config/loop)"), Broken);

    private static ServerLookupResult.Nowhere Nowhere(Destination destination, TimeSpan life) => new(destination) { TimeToLive = life };
}
