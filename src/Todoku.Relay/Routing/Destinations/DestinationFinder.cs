using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>Finds the servers of a domain by its MX records, or its addresses when it has none (RFC 5321, section 5.1), and whose servers they are.</summary>
/// <param name="dns">DNS.</param>
/// <param name="knowledge">Knows the providers by their hosts.</param>
/// <param name="options">Limits.</param>
/// <param name="time">The clock.</param>
/// <param name="chance">Puts servers of one preference in order.</param>
public sealed class DestinationFinder(IDnsResolver dns, KnowledgeBase knowledge, DestinationOptions options, TimeProvider time, Random chance) : IDestinationFinder
{
    // Servers that share no provider make one lane by their names; beyond this many the lane would be a list, and the domain gets its own.
    private const int MaxLaneHosts = 6;

    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<DomainName, Known> _known = new();
    private readonly ConcurrentDictionary<DomainName, Task<Known>> _asking = new();

    /// <inheritdoc/>
    public Destination? Recall(DomainName domain)
    {
        if (!_known.TryGetValue(domain, out var known)) return null;
        if (known.Until > time.GetTimestamp()) return Shuffled(known.Destination);
        _known.TryRemove(KeyValuePair.Create(domain, known));
        return null;
    }

    /// <inheritdoc/>
    public async ValueTask<Destination> FindAsync(DomainName domain, CancellationToken cancellation)
    {
        if (Recall(domain) is { } recalled) return recalled;
        // One question for a domain, however many messages wait for its answer.
        var asking = _asking.GetOrAdd(domain, static (name, finder) => finder.AskOnceAsync(name), this);
        return Shuffled((await asking.WaitAsync(cancellation).ConfigureAwait(false)).Destination);
    }

    private async Task<Known> AskOnceAsync(DomainName domain)
    {
        await Task.Yield();
        try
        {
            var (destination, life) = await AskAsync(domain).ConfigureAwait(false);
            var kept = life < options.Shortest && destination is not Destination.NotKnown ? options.Shortest : life > options.Longest ? options.Longest : life;
            var known = new Known(destination, time.GetTimestamp() + (long)(kept.TotalSeconds * time.TimestampFrequency));
            if (_known.Count >= options.Domains) Forget();
            _known[domain] = known;
            return known;
        }
        finally
        {
            _asking.TryRemove(domain, out _);
        }
    }

    private async Task<(Destination Destination, TimeSpan Life)> AskAsync(DomainName domain)
    {
        switch (await dns.AskAsync(domain, DnsRecordType.MX, CancellationToken.None).ConfigureAwait(false))
        {
            case DnsAnswer.Found found:
                return await OfExchangersAsync(domain, found).ConfigureAwait(false);
            case DnsAnswer.NoData:
                return await OfAddressesAsync(domain).ConfigureAwait(false);
            case DnsAnswer.NoSuchDomain none:
                return (new Destination.NoSuchDomain($"the domain {domain} does not exist (NXDOMAIN)"), none.TimeToLive);
            case DnsAnswer.Failed failed:
                return (new Destination.NotKnown($"DNS did not tell the mail servers of {domain} ({failed.Failure})"), Unknown);
            default:
                throw new InvalidOperationException("An unknown answer of DNS.");
        }
    }

    private async Task<(Destination Destination, TimeSpan Life)> OfExchangersAsync(DomainName domain, DnsAnswer.Found found)
    {
        var exchangers = found.Records.OfType<DnsRecord.MailExchanger>().OrderBy(one => one.Preference).ToList();
        if (exchangers is [{ Host.IsRoot: true }]) return (new Destination.TakesNoMail(), found.TimeToLive);
        // Servers no better than the relay itself would send the mail back to it (RFC 5321, section 5.1).
        var own = exchangers.Find(one => options.OwnNames.Contains(one.Host.ToString(), StringComparer.OrdinalIgnoreCase));
        if (own is not null) exchangers.RemoveAll(one => one.Preference >= own.Preference);
        if (exchangers.Count == 0) return (new Destination.NotKnown($"the mail of {domain} loops back to this relay ({own?.Host})"), found.TimeToLive);
        var servers = new List<MailServer>();
        foreach (var one in exchangers.Where(one => !one.Host.IsRoot).Take(options.Servers))
        {
            var addresses = await AddressesAsync(one.Host).ConfigureAwait(false);
            if (addresses.Count > 0) servers.Add(new MailServer(one.Host, one.Preference, addresses, new TlsRequirement.Opportunistic(), "opportunistic"));
        }
        if (servers.Count == 0) return (new Destination.NotKnown($"none of the mail servers of {domain} has an address that can be used ({string.Join(", ", exchangers.Take(3).Select(one => one.Host))})"), Unknown);
        return (ServersOf(domain, servers), found.TimeToLive);
    }

    private async Task<(Destination Destination, TimeSpan Life)> OfAddressesAsync(DomainName domain)
    {
        var addresses = await AddressesAsync(domain).ConfigureAwait(false);
        if (addresses.Count == 0) return (new Destination.NoSuchDomain($"the domain {domain} has neither a mail server (MX) nor an address"), options.Shortest);
        return (ServersOf(domain, [new MailServer(domain, 0, addresses, new TlsRequirement.Opportunistic(), "opportunistic")]), options.Shortest);
    }

    private Destination.Servers ServersOf(DomainName domain, List<MailServer> servers)
    {
        var provider = knowledge.Identify(Encoding.ASCII.GetBytes(servers[0].Name.ToString()), [], Encoding.ASCII.GetBytes(domain.ToString()));
        var lane = provider.IsKnown ? LaneKey.OfProvider(provider.Id)
            : servers.Count <= MaxLaneHosts && servers[0].Name != domain ? LaneKey.OfHosts(servers.Select(one => one.Name))
            : LaneKey.OfDomain(domain);
        return new Destination.Servers(lane, provider, servers);
    }

    private async Task<List<IPAddress>> AddressesAsync(DomainName host)
    {
        var six = dns.AskAsync(host, DnsRecordType.AAAA, CancellationToken.None).AsTask();
        var four = await dns.AskAsync(host, DnsRecordType.A, CancellationToken.None).ConfigureAwait(false);
        var found = new List<IPAddress>();
        foreach (var answer in (DnsAnswer[])[await six.ConfigureAwait(false), four])
            if (answer is DnsAnswer.Found { Records: var records }) found.AddRange(records.OfType<DnsRecord.Address>().Select(one => one.Value).Where(options.IsUsable).Take(options.Addresses));
        return found;
    }

    // Equal servers share the load: in another order at each ask.
    private Destination Shuffled(Destination destination)
    {
        if (destination is not Destination.Servers { Hosts.Count: > 1 } servers) return destination;
        var hosts = servers.Hosts.ToArray();
        for (var i = 0; i < hosts.Length; i++)
        {
            var end = i;
            while (end < hosts.Length && hosts[end].Preference == hosts[i].Preference) end++;
            chance.Shuffle(hosts.AsSpan(i, end - i));
            i = end - 1;
        }
        return servers with { Hosts = hosts };
    }

    private void Forget()
    {
        var now = time.GetTimestamp();
        foreach (var (name, known) in _known)
            if (known.Until <= now) _known.TryRemove(name, out _);
        if (_known.Count >= options.Domains) _known.Clear();
    }

    private sealed record Known(Destination Destination, long Until);
}
